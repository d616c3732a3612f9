import { expect } from 'chai';
import { readOutcome, readRetryAfter } from '../../../client/data/outbox-send.ts';

const now = Date.parse('2026-11-23T03:42:00Z');
const id = '7a3f1d52-08c4-4b7e-9d7e-1f0d3f9f2a11';
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const receipt = {
  id,
  receipt: 'RF-50-2K7Q-4M',
  receivedAt: '2026-11-23T10:42:00+07:00',
  status: 'received',
  violations: [],
};
const problem = (status: number, type: string, more = {}) => ({
  type: `/problems/${type}`,
  title: type,
  status,
  instance: 'req-9',
  ...more,
});

describe('outbox: what an answer means', () => {
  for (const status of [200, 201]) {
    it(`takes ${status} with this set's receipt as received`, async () => {
      expect(await readOutcome(json(status, receipt), id, now)).to.deep.equal({
        kind: 'receipt',
        receipt,
      });
    });
  }

  const notReceipts: readonly [string, Response][] = [
    ['the page of a captive portal', new Response('<html>ล็อกอิน Wi-Fi</html>', { status: 200 })],
    ['an empty 204', new Response(null, { status: 204 })],
    [
      "another set's receipt",
      json(201, { ...receipt, id: 'b8a1f0de-0000-4000-8000-000000000000' }),
    ],
    ['a receipt without its number', json(201, { ...receipt, receipt: undefined })],
    ['a 404 that is not of this server', new Response('<h1>Not Found</h1>', { status: 404 })],
    ['a 403 of a proxy', new Response('blocked', { status: 403 })],
  ];
  for (const [name, reply] of notReceipts) {
    it(`does not take ${name} for an answer`, async () => {
      expect(await readOutcome(reply, id, now)).to.deep.equal({ kind: 'unreachable' });
    });
  }

  it('reads a refusal with its reasons', async () => {
    const violations = [{ code: 'missing-title', level: 'error', pointer: '/issues/0/title' }];

    const outcome = await readOutcome(
      json(422, problem(422, 'response-invalid', { violations })),
      id,
      now,
    );

    expect(outcome).to.deep.equal({
      kind: 'problem',
      status: 422,
      type: 'response-invalid',
      violations,
      retryAfterMs: null,
      request: 'req-9',
    });
  });

  it('reads when a busy server wants to be asked again, also from a gateway', async () => {
    const ours = json(503, problem(503, 'storage-full'), { 'retry-after': '7' });
    const gateway = new Response('<h1>Service Unavailable</h1>', {
      status: 503,
      headers: { 'retry-after': '9' },
    });

    expect(await readOutcome(ours, id, now)).to.include({
      type: 'storage-full',
      retryAfterMs: 7000,
    });
    expect(await readOutcome(gateway, id, now)).to.include({ status: 503, retryAfterMs: 9000 });
  });

  const retryAfters: readonly [string | null, number | null][] = [
    [null, null],
    ['30', 30_000],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 03:43:30 GMT', 90_000],
    ['Mon, 23 Nov 2026 03:00:00 GMT', 0],
    ['soon', null],
  ];
  for (const [header, ms] of retryAfters) {
    it(`reads Retry-After ${header === null ? 'absent' : `"${header}"`} as ${ms} ms`, () => {
      expect(readRetryAfter(header, now)).to.equal(ms);
    });
  }
});
