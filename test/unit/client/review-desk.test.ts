import { expect } from 'chai';
import { ApiProblem } from '../../../client/data/api.ts';
import * as machine from '../../../client/pages/responses/review-desk.ts';
import type { Response } from '../../../shared/api/responses.ts';

/** only what the desk looks at */
const waiting = (no: number, over = {}) =>
  ({ id: `r${no}`, receivedAt: `2026-11-20T00:00:0${no}.000Z`, version: 1, ...over }) as Response;
const three = machine.take(machine.emptyReviewQueue, [waiting(1), waiting(2), waiting(3)]);
const approved = (response: Response): machine.Decided => ({
  id: `d-${response.id}`,
  decision: 'approved',
  reason: '',
  response,
});
const ids = ({ items }: machine.ReviewQueueState) => items.map(({ id }) => id);
const refused = new ApiProblem('decision-conflict', 409, {}, null);

describe('the desk of a reviewer', () => {
  it('opens the oldest, and goes no further than the ends', () => {
    expect(three.open).to.equal('r1');
    expect(machine.moveOn(three, -1).open).to.equal('r1');
    expect(machine.moveOn(machine.moveOn(machine.moveOn(three, 1), 1), 1).open).to.equal('r3');
  });

  it('takes the next one up at once, and the one above after the last', () => {
    const one = machine.decideOn(three, approved(waiting(1)));
    expect([one.open, ...ids(one)]).to.deep.equal(['r2', 'r2', 'r3']);
    const last = machine.decideOn(machine.open(three, 'r3'), approved(waiting(3)));
    expect(last.open).to.equal('r2');
  });

  it('brings back what was not stored, at its place and with what was meant, and leaves open what is read', () => {
    const decided = { ...approved(waiting(1)), decision: 'rejected', reason: 'ซ้ำ' } as const;
    const later = machine.decideOn(three, decided);
    const back = machine.bringBack(later, decided, refused);
    expect(ids(back)).to.deep.equal(['r1', 'r2', 'r3']);
    expect(back.open).to.equal('r2');
    expect(back.failed.r1).to.deep.equal({ decided, problem: refused });
    expect(back.decided).to.deep.equal([]);
    expect(machine.decideOn(back, decided).failed).to.deep.equal({});
  });

  it('opens again what is undone, as it is stored now', () => {
    const decided = approved(waiting(2));
    const later = machine.decideOn(machine.open(three, 'r2'), decided);
    const back = machine.undone(later, decided, waiting(2, { version: 3 }));
    expect([back.open, ...ids(back)]).to.deep.equal(['r2', 'r1', 'r2', 'r3']);
    expect(back.items[1]?.version).to.equal(3);
    expect(back.decided).to.deep.equal([]);
  });

  it('takes nothing twice from a page, also not what was decided meanwhile', () => {
    const later = machine.decideOn(three, approved(waiting(1)));
    expect(ids(machine.take(later, [waiting(1), waiting(3), waiting(4)]))).to.deep.equal([
      'r2',
      'r3',
      'r4',
    ]);
  });

  it('takes again what was sent back and mended since', () => {
    const later = machine.decideOn(three, { ...approved(waiting(1)), decision: 'returned' });
    const mended = waiting(1, { version: 3 });
    expect(ids(machine.take(later, [mended]))).to.deep.equal(['r2', 'r3', 'r1']);
  });
});
