// A photo goes after its response, one at a time, and only the server's word takes it from the device.
import { expect } from 'chai';
import { leaseMs } from '../../../client/data/outbox-lock.ts';
import { longestRequestMs } from '../../../client/data/outbox-send.ts';
import { emptyQueue, type OutboxQueue } from '../../../client/data/outbox-set.ts';
import {
  nextPhoto,
  type PhotoNote,
  type PhotoOutcome,
  photosWakeAt,
  settlePhoto,
  tidied,
  waitingPhotos,
} from '../../../client/photos/photo-machine.ts';

const day = 86_400_000;
const now = 10 * day;
const note = (over: Partial<PhotoNote> = {}): PhotoNote => ({
  key: 'r1:d1',
  response: 'r1',
  digest: 'd1',
  survey: '2569',
  owner: 'malee',
  size: 1000,
  keptAt: now - 1000,
  released: false,
  tries: 0,
  notBefore: 0,
  ...over,
});
const problem = (status: number, type: string): PhotoOutcome => ({
  ...{ kind: 'problem', status, type, violations: [], retryAfterMs: null, request: null },
});

describe('a photo on this device', () => {
  for (const [when, photo, sets, expected] of [
    ['its draft is open', note(), [], false],
    ['its set waits', note(), [{ id: 'r1', state: 'waiting' }], false],
    ['its set was refused', note(), [{ id: 'r1', state: 'refused' }], false],
    ['its set has arrived', note(), [{ id: 'r1', state: 'sent' }], true],
    ['its receipt was forgotten', note({ released: true }), [], true],
    ['nothing has named it for long', note({ keptAt: now - 20 * day, looseSince: 1 }), [], false],
    ['it is another’s', note({ released: true, owner: 'somchai' }), [], false],
    ['it was refused', note({ released: true, refusal: 'photo-invalid' }), [], false],
  ] as const)
    it(`${expected ? 'may go' : 'stays'} when ${when}`, () => {
      expect(waitingPhotos([photo], sets, 'malee')).to.have.length(expected ? 1 : 0);
    });

  const nothing = { sets: [], drafts: new Set<string>() };
  const drafted = { ...nothing, drafts: new Set(['r1']) };
  const sent = { ...nothing, sets: [{ id: 'r1', state: 'sent' }] } as const;
  const longAgo = now - day - 1;
  for (const [what, photo, beside, expected] of [
    ['is left with its draft', note(), drafted, 'as it is'],
    ['is marked when nothing names it', note(), nothing, note({ looseSince: now })],
    ['stays for a day after that', note({ looseSince: now - 1000 }), nothing, 'as it is'],
    ['goes after a day', note({ looseSince: longAgo }), nothing, null],
    ['stays when its draft was brought back', note({ looseSince: longAgo }), drafted, note()],
    ['is released with its receipt', note(), sent, note({ released: true })],
    ['waits to follow without its receipt', note({ released: true }), nothing, 'as it is'],
    [
      'goes when it was refused and nobody can see so any more',
      note({ released: true, refusal: 'not-found', looseSince: longAgo }),
      nothing,
      null,
    ],
  ] as const)
    it(what, () => {
      const after = tidied(photo, beside, now);
      expect(after).to.deep.equal(expected === 'as it is' ? photo : expected);
      expect(after === photo).to.equal(expected === 'as it is');
    });

  it('goes in the order in which they were taken, each when its turn has come', () => {
    const later = note({ key: 'r1:b', keptAt: now - 10, released: true });
    const first = note({ key: 'r1:a', keptAt: now - 20, released: true, notBefore: now + 5000 });
    const waiting = waitingPhotos([later, first], [], 'malee');

    expect(waiting.map(({ key }) => key)).to.deep.equal(['r1:a', 'r1:b']);
    expect(nextPhoto(waiting, emptyQueue, now)?.key).to.equal('r1:b');
    expect(photosWakeAt(waiting, emptyQueue)).to.equal(0);
    expect(photosWakeAt([first], emptyQueue)).to.equal(now + 5000);
    const held: OutboxQueue = { ...emptyQueue, hold: { why: 'unreachable', until: now + 9000 } };
    expect(nextPhoto(waiting, held, now)).to.equal(null);
    expect(photosWakeAt(waiting, held)).to.equal(now + 9000);
    const signedOut: OutboxQueue = { ...held, hold: { why: 'signed-out', until: Infinity } };
    expect(photosWakeAt(waiting, signedOut)).to.equal(null);
  });

  for (const [what, outcome, left, goOn] of [
    ['has arrived', { kind: 'arrived' }, 'gone', true],
    ['meets no server', { kind: 'unreachable' }, 'later', true],
    ['meets a session that has ended', problem(401, 'signed-out'), 'waits', false],
    ['comes too often', problem(429, 'too-many-requests'), 'waits', false],
    ['makes the server stumble', problem(500, 'unexpected'), 'later', true],
    ['is of a response whose words were erased', problem(409, 'response-erased'), 'gone', true],
    ['is none', problem(422, 'photo-invalid'), 'refused', true],
    ['is named by nothing', problem(404, 'not-found'), 'refused', true],
  ] as const)
    it(`that ${what} is ${left} afterwards`, () => {
      const settled = settlePhoto(note({ released: true }), emptyQueue, outcome, now, 0);

      const { photo } = settled;
      const is = !photo
        ? 'gone'
        : photo.refusal !== undefined
          ? 'refused'
          : photo.notBefore > now
            ? 'later'
            : 'waits';
      expect(is).to.equal(left);
      expect(settled.goOn).to.equal(goOn);
      expect(settled.queue.hold === null).to.equal(goOn);
      if (photo) expect(photo.tries).to.equal(1);
    });

  it('that gives way to a response is as it was', () => {
    const photo = note({ released: true });
    const settled = settlePhoto(photo, emptyQueue, { kind: 'gave-way' }, now, 0);
    expect(settled).to.deep.equal({ photo, queue: emptyQueue, goOn: true });
  });

  it('is sent by one page alone: the lease outlasts the longest request', () => {
    expect(leaseMs).to.be.above(longestRequestMs);
  });
});
