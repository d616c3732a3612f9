import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { uuidFrom } from '../../../client/data/new-id.ts';
import { fromBackup, toBackup } from '../../../client/data/outbox-backup.ts';
import { begin, newSet, settle } from '../../../client/data/outbox-machine.ts';
import type { OutboxSet } from '../../../client/data/outbox-set.ts';
import { bytesInFile } from '../../../client/photos/photos-in-file.ts';

const ids = [
  '7a3f1d52-08c4-4b7e-9d7e-1f0d3f9f2a11',
  '1c9e6679-7425-40de-944b-e07fc1f90ae7',
  'b8a1f0de-5d2b-4c59-8a52-3a1f8f2f1c44',
] as const;
const aSet = (id: string) =>
  newSet(
    { id, survey: '2569', owner: 'malee', payload: { issues: [{ title: `ปัญหา ${id}` }] } },
    1_800_000_000_000,
  );
const now = 1_800_000_100_000;
const answered = (id: string, status: number): OutboxSet =>
  settle(
    begin(aSet(id), now),
    { hold: null, failures: 0, lastTryAt: null },
    status === 201
      ? {
          kind: 'receipt',
          receipt: { id, receipt: 'RF-1', receivedAt: '', status: 'received', violations: [] },
        }
      : { kind: 'problem', status, type: 'x', violations: [], retryAfterMs: null, request: null },
    now,
    0,
  ).set;

describe('outbox: backup file', () => {
  const [waiting, sent, refused] = ids;
  const file = toBackup([aSet(waiting), answered(sent, 201), answered(refused, 422)], 'malee');

  it('brings back what has not arrived, waiting, under the same ids and with the same content', () => {
    const read = fromBackup(file, 'malee');

    expect(read.ok && read.sets.map((set) => [set.id, set.state, set.savedAt])).to.deep.equal([
      [waiting, 'waiting', 1_800_000_000_000],
      [refused, 'waiting', 1_800_000_000_000],
    ]);
    expect(read.ok && read.sets[0]?.payload).to.deep.equal(aSet(waiting).payload);
  });

  it('keeps which revision of what was sent back is changed', () => {
    const mended = { ...aSet(waiting), revision: 3 };
    const read = fromBackup(toBackup([mended], 'malee'), 'malee');
    expect(read.ok && read.sets.map(({ revision }) => revision)).to.deep.equal([3]);
  });

  it('keeps how a set was filled in, and leaves out what does not say when', () => {
    const at = '2026-11-23T10:42:00.000Z';
    const filling = { startedAt: at, finishedAt: at, edits: 2 };
    const back = fromBackup(toBackup([{ ...aSet(waiting), filling }], 'malee'), 'malee');
    expect(back.ok && back.sets[0]?.filling).to.deep.equal(filling);
    const text = toBackup([aSet(waiting)], 'malee');
    const soFar = text.replace('"payload"', '"filling": {"startedAt": 1, "edits": 0}, "payload"');
    const read = fromBackup(soFar, 'malee');
    expect(read.ok && read.sets[0])
      .to.include({ id: waiting })
      .and.not.have.property('filling');
  });

  it('carries photos, and is read as long as it is whole', () => {
    const bytes = new TextEncoder().encode('a photo');
    const digest = createHash('sha256').update(bytes).digest('hex');
    const base64 = Buffer.from(bytes).toString('base64');
    const photo = { response: waiting, survey: '2569', digest, released: false, base64 };
    const read = fromBackup(toBackup([aSet(waiting)], 'malee', [photo]), 'malee');
    expect(read.ok && read.photos).to.deep.equal([photo]);
    expect(bytesInFile(photo)).to.deep.equal(bytes);
    expect(bytesInFile({ ...photo, base64: base64.replace('Y', 'Z') })).to.equal(null);
    expect(bytesInFile({ ...photo, base64: '%' })).to.equal(null);
  });

  it('is read as versions before wrote it, without photos', () => {
    const { photos: _none, ...before } = JSON.parse(file);
    const read = fromBackup(JSON.stringify({ ...before, version: 1 }), 'malee');
    expect(read.ok && [read.sets.length, read.photos]).to.deep.equal([2, []]);
  });

  it('of another person is handed in as theirs, however many hands it goes through', () => {
    const read = fromBackup(file, 'somchai');
    if (!read.ok) return expect.fail('it is read');
    expect(read.owner).to.equal('malee');
    expect(read.sets.map(({ owner, collectedBy }) => [owner, collectedBy])).to.deep.equal([
      ['somchai', 'malee'],
      ['somchai', 'malee'],
    ]);
    const third = fromBackup(toBackup(read.sets, 'somchai'), 'wanida');
    expect(third.ok && third.sets[0]).to.include({ owner: 'wanida', collectedBy: 'malee' });
    const back = fromBackup(toBackup(read.sets, 'somchai'), 'malee');
    expect(back.ok && back.sets[0]?.collectedBy).to.not.equal('malee');
  });

  const broken: readonly [string, string][] = [
    ['an empty file', ''],
    ['a cut file', file.slice(0, -20)],
    ['another JSON file', '{"type":"FeatureCollection"}'],
    ['null', 'null'],
    ['an id that is no UUID', file.replace(waiting, '../../session')],
    ['photos that are none', file.replace('"photos": []', '"photos": [7]')],
    ['a version that is not known here', file.replace('"version": 2', '"version": 3')],
    ['a set without content', file.replace('"payload"', '"content"')],
  ];
  for (const [name, text] of broken) {
    it(`says that it cannot read ${name}`, () => {
      expect(fromBackup(text, 'malee')).to.deep.equal({ ok: false });
    });
  }
});

describe('outbox: ids without crypto.randomUUID', () => {
  it('are UUIDs of version 4', () => {
    expect(uuidFrom(new Uint8Array(16))).to.equal('00000000-0000-4000-8000-000000000000');
    expect(uuidFrom(new Uint8Array(16).fill(255))).to.equal('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});
