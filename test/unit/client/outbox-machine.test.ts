import { expect } from 'chai';
import {
  begin,
  begunAgain,
  hurry,
  idToFixUnder,
  newSet,
  nextDue,
  type Outcome,
  recover,
  settle,
  wake,
  wakeAt,
} from '../../../client/data/outbox-machine.ts';
import { backOffMs } from '../../../client/data/outbox-retry.ts';
import {
  emptyQueue,
  type OutboxQueue,
  type OutboxSet,
  type UnsentSet,
} from '../../../client/data/outbox-set.ts';

const now = 1_800_000_000_000;
const aSet = (over: Partial<UnsentSet> = {}): UnsentSet => ({
  ...newSet(
    {
      id: '7a3f1d52-08c4-4b7e-9d7e-1f0d3f9f2a11',
      survey: '2569',
      owner: 'malee',
      payload: {
        place: { province: 'TH-50', district: 'แม่ริม', subdistrict: '' },
        issues: [{ title: 'สัญญาณหลุด' }, { title: 'ไม่มีคอมพิวเตอร์' }],
      },
    },
    now - 60_000,
  ),
  ...over,
});
const aReceipt: Outcome = {
  kind: 'receipt',
  receipt: {
    id: aSet().id,
    receipt: 'RF-50-2K7Q-4M',
    receivedAt: '2026-11-23T10:42:00+07:00',
    status: 'received',
    violations: [{ code: 'pii-phone', level: 'warning', pointer: '/issues/0/detail' }],
  },
};
const aProblem = (status: number, type: string, over = {}): Outcome => ({
  kind: 'problem',
  status,
  type,
  violations: [],
  retryAfterMs: null,
  request: 'req-1',
  ...over,
});
const sent = (outcome: Outcome, queue: OutboxQueue = emptyQueue) =>
  settle(begin(aSet(), now), queue, outcome, now, 0);

describe('outbox: one set', () => {
  it('keeps a summary by which it can be recognised', () => {
    expect(aSet().summary).to.deep.equal({
      province: 'TH-50',
      district: 'แม่ริม',
      subdistrict: null,
      issues: 2,
    });
  });

  it('counts the try when sending begins', () => {
    expect(begin(aSet(), now)).to.include({ state: 'sending', tries: 1, lastTryAt: now });
  });

  it('is sent, without its payload, once the receipt is here', () => {
    const { set, goOn } = sent(aReceipt);

    expect(set).to.include({ state: 'sent', receipt: 'RF-50-2K7Q-4M' });
    expect(set).to.not.have.property('payload');
    expect(JSON.stringify(set)).to.not.include('สัญญาณหลุด');
    expect(goOn).to.equal(true);
  });

  const keeps: readonly [string, Outcome, OutboxSet['state'], boolean][] = [
    ['no connection', { kind: 'unreachable' }, 'waiting', false],
    ['401 signed-out', aProblem(401, 'signed-out'), 'waiting', false],
    ['429 too-many-tries', aProblem(429, 'too-many-tries'), 'waiting', false],
    ['429 too-many-requests', aProblem(429, 'too-many-requests'), 'waiting', false],
    ['503 storage-full', aProblem(503, 'storage-full'), 'waiting', false],
    ['500 unexpected', aProblem(500, 'unexpected'), 'waiting', true],
    ['502 from a gateway', aProblem(502, 'unexpected'), 'waiting', true],
    ['408', aProblem(408, 'unexpected'), 'waiting', true],
    ['400 unreadable', aProblem(400, 'unreadable'), 'refused', true],
    ['403 not-allowed', aProblem(403, 'not-allowed'), 'refused', true],
    ['404 not-found', aProblem(404, 'not-found'), 'refused', true],
    ['409 response-differs', aProblem(409, 'response-differs'), 'refused', true],
    ['409 survey-closed', aProblem(409, 'survey-closed'), 'refused', true],
    ['413 too-large', aProblem(413, 'too-large'), 'refused', true],
    ['422 response-invalid', aProblem(422, 'response-invalid'), 'refused', true],
  ];
  for (const [name, outcome, state, goOn] of keeps) {
    it(`keeps the payload after ${name}: ${state}, ${goOn ? 'the next may go' : 'the queue stops'}`, () => {
      const after = sent(outcome);

      expect(after.set.state).to.equal(state);
      expect(after.set).to.have.property('payload').that.deep.equals(aSet().payload);
      expect(after.goOn).to.equal(goOn);
    });
  }

  it('keeps the reasons of a refusal', () => {
    const violations = [
      { code: 'date-in-future', level: 'error', pointer: '/day', limit: '2026-11-23' },
    ] as const;

    const { set } = sent(aProblem(422, 'response-invalid', { violations }));

    expect(set).to.have.deep.property('refusal', {
      type: 'response-invalid',
      violations,
      request: 'req-1',
    });
  });

  it('is fixed under its own id, but under a new one when that id holds something else', () => {
    const invalid = sent(aProblem(422, 'response-invalid')).set;
    const differs = sent(aProblem(409, 'response-differs')).set;
    if (invalid.state !== 'refused' || differs.state !== 'refused') throw new Error('not refused');

    expect(idToFixUnder(invalid, () => 'new')).to.equal(invalid.id);
    expect(idToFixUnder(differs, () => 'new')).to.equal('new');
  });

  it('goes back to waiting when its page was closed while sending', () => {
    expect(recover(begin(aSet(), now)).state).to.equal('waiting');
    expect(recover(sent(aReceipt).set).state).to.equal('sent');
  });
});

describe('outbox: the queue', () => {
  it('sends the oldest first, only to its owner, never what is sent or refused', () => {
    const older = aSet({ id: 'a', savedAt: now - 3 });
    const newer = aSet({ id: 'b', savedAt: now - 2 });
    const others = aSet({ id: 'c', savedAt: now - 9, owner: 'somchai' });
    const done = sent(aReceipt).set;
    const refused = sent(aProblem(422, 'response-invalid')).set;
    const sets = [newer, others, done, refused, older];

    expect(nextDue(sets, emptyQueue, 'malee', now)?.id).to.equal('a');
    expect(nextDue(sets, emptyQueue, 'somchai', now)?.id).to.equal('c');
    expect(nextDue([done, refused], emptyQueue, 'malee', now)).to.equal(null);
  });

  it('waits longer after each failure, at most two minutes', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backOffMs(failures, 0));
    expect(waits).to.deep.equal([5e3, 1e4, 2e4, 4e4, 8e4, 12e4, 12e4, 12e4]);
    expect(backOffMs(1, 0.999)).to.be.within(3750, 3800);
  });

  it('stops as a whole when the line is dead, and says when it looks again', () => {
    const { set, queue } = sent({ kind: 'unreachable' });

    expect(nextDue([set, aSet({ id: 'other' })], queue, 'malee', now + 4_999)).to.equal(null);
    expect(wakeAt([set], queue, 'malee')).to.equal(now + 5_000);
    expect(nextDue([set], queue, 'malee', now + 5_000)?.id).to.equal(set.id);
  });

  it('doubles the wait while the line stays dead and forgets it after a receipt', () => {
    const once = sent({ kind: 'unreachable' }).queue;
    const twice = sent({ kind: 'unreachable' }, once).queue;

    expect(twice.hold?.until).to.equal(now + 10_000);
    expect(sent(aReceipt, twice).queue).to.deep.equal({ hold: null, failures: 0, lastTryAt: now });
  });

  it('lets the others pass a set at which the server stumbles', () => {
    const { set, queue } = sent(aProblem(500, 'unexpected'));
    const next = aSet({ id: 'next', savedAt: now });

    expect(nextDue([set, next], queue, 'malee', now)?.id).to.equal('next');
    expect(nextDue([set], queue, 'malee', now)).to.equal(null);
    expect(wakeAt([set], queue, 'malee')).to.equal(now + 5_000);
    expect(nextDue([hurry(set)], queue, 'malee', now)?.id).to.equal(set.id);
  });

  it('obeys Retry-After whatever happens, up to a quarter of an hour', () => {
    const { set, queue } = sent(aProblem(503, 'not-ready', { retryAfterMs: 30_000 }));

    for (const cause of ['send-now', 'online', 'visible', 'signed-in'] as const) {
      const woken = wake(queue, cause, now + 29_999);
      expect(nextDue([set], woken, 'malee', now + 29_999), cause).to.equal(null);
    }
    expect(nextDue([set], queue, 'malee', now + 30_000)?.id).to.equal(set.id);
    const long = sent(aProblem(429, 'too-many-tries', { retryAfterMs: 86_400_000 })).queue;
    expect(long.hold?.until).to.equal(now + 15 * 60_000);
  });

  it('waits for signing in after 401, however often the signal returns', () => {
    const { set, queue } = sent(aProblem(401, 'signed-out'));

    expect(wakeAt([set], queue, 'malee')).to.equal(null);
    for (const cause of ['online', 'visible'] as const) {
      expect(nextDue([set], wake(queue, cause, now), 'malee', now), cause).to.equal(null);
    }
    for (const cause of ['signed-in', 'send-now'] as const) {
      expect(nextDue([set], wake(queue, cause, now), 'malee', now)?.id, cause).to.equal(set.id);
    }
  });

  for (const cause of ['send-now', 'online', 'visible'] as const) {
    it(`tries a dead line again at once: ${cause}`, () => {
      const { set, queue } = sent({ kind: 'unreachable' });
      expect(nextDue([set], wake(queue, cause, now), 'malee', now)?.id).to.equal(set.id);
    });
  }

  it('never wakes by itself for another person', () => {
    expect(wakeAt([aSet()], emptyQueue, 'somchai')).to.equal(null);
  });
});

describe('outbox: a refused set that is filled in again', () => {
  const at = '2026-11-23T10:42:00.000Z';

  it('was begun when it was begun', () => {
    const filling = { startedAt: at, finishedAt: '2026-11-23T10:50:00.000Z', edits: 3 };
    expect(begunAgain({ filling })).to.deep.equal({
      filling: { startedAt: Date.parse(at), edits: 3 },
    });
  });

  it('does not say when it was begun where nobody knows', () => {
    expect(begunAgain({})).to.deep.equal({});
    const filling = { startedAt: 'yesterday', finishedAt: at, edits: 3 };
    expect(begunAgain({ filling })).to.deep.equal({});
  });
});
