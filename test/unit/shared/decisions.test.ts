import { expect } from 'chai';
import type { Happening, Status } from '../../../shared/api/responses.ts';
import type { Scope } from '../../../shared/api/session.ts';
import {
  type Decidable,
  outcomeOf,
  type Tier,
  waitingFor,
  waitsFor,
} from '../../../shared/survey/decisions.ts';

const khonKaen: Scope = { kind: 'province', province: 'TH-40' };
const nation: Scope = { kind: 'all' };
const somchai = { username: 'somchai', scope: khonKaen };
const admin = { username: 'admin', scope: nation };
const entry = (decision: Happening, by: string, tier?: Tier) => ({ decision, by, tier });
const stands = (status: Status, ...history: Decidable['history']): Decidable => ({
  status,
  by: 'malee',
  history,
});
const two = { reviewTiers: 2 } as const;
const endorsed = stands('endorsed', entry('endorsed', 'somchai', 1));

describe('which decision a person may give', () => {
  for (const reviewTiers of [0, 1] as const)
    it(`is any, and the last one, with ${reviewTiers} tiers`, () => {
      for (const status of ['received', 'endorsed', 'approved', 'returned', 'rejected'] as const)
        for (const person of [somchai, admin])
          expect(outcomeOf('approved', stands(status), { reviewTiers }, person)).to.deep.equal({
            status: 'approved',
          });
    });

  it('is the office’s first, then the national one, with two', () => {
    const received = stands('received');
    expect(outcomeOf('approved', received, two, somchai)).to.deep.equal({
      status: 'endorsed',
      tier: 1,
    });
    expect(outcomeOf('returned', received, two, somchai)).to.deep.equal({
      status: 'returned',
      tier: 1,
    });
    for (const decision of ['approved', 'returned', 'rejected'] as const) {
      expect(outcomeOf(decision, endorsed, two, admin)).to.deep.equal({
        status: decision,
        tier: 2,
      });
      expect(outcomeOf(decision, endorsed, two, somchai)).to.deep.equal({
        not: 'national-decision',
      });
    }
  });

  it('keeps what was decided nationally from the office, until it is sent anew', () => {
    const rejected = [...endorsed.history, entry('rejected', 'admin', 2)];
    expect(outcomeOf('approved', stands('rejected', ...rejected), two, somchai)).to.deep.equal({
      not: 'national-decision',
    });
    const takenBack = stands('endorsed', ...rejected, entry('taken-back', 'admin'));
    expect(outcomeOf('rejected', takenBack, two, admin)).to.deep.equal({
      status: 'rejected',
      tier: 2,
    });
    const ofTheOffice = stands(
      'rejected',
      entry('rejected', 'somchai', 1),
      entry('returned', 'somchai', 1),
      entry('taken-back', 'somchai'),
    );
    expect(outcomeOf('approved', ofTheOffice, two, somchai)).to.deep.equal({
      status: 'endorsed',
      tier: 1,
    });
    const revised = stands('received', ...rejected, entry('revised', 'malee'));
    expect(outcomeOf('approved', revised, two, somchai)).to.deep.equal({
      status: 'endorsed',
      tier: 1,
    });
  });

  it('lets two see what counts: who sent, who endorsed, who approves', () => {
    const own = { ...somchai, username: 'malee' };
    expect(outcomeOf('approved', stands('received'), { reviewTiers: 1 }, own)).to.deep.equal({
      not: 'own-response',
    });
    expect(outcomeOf('approved', stands('received'), two, own)).to.deep.equal({
      not: 'own-response',
    });
    const both = { username: 'somchai', scope: nation };
    expect(outcomeOf('approved', endorsed, two, both)).to.deep.equal({ not: 'own-decision' });
    expect(outcomeOf('rejected', endorsed, two, both)).to.deep.equal({
      status: 'rejected',
      tier: 2,
    });
    expect(outcomeOf('approved', endorsed, { ...two, approveOwn: true }, both)).to.deep.equal({
      status: 'approved',
      tier: 2,
    });
  });

  it('waits for whom it is: nobody, the office, the nation', () => {
    expect(waitingFor({ reviewTiers: 0 }, khonKaen)).to.deep.equal(['pending']);
    expect(waitingFor({ reviewTiers: 1 }, nation)).to.include('for-office');
    expect(waitingFor(two, khonKaen)).to.deep.equal(['for-office']);
    expect(waitingFor(two, nation)).to.deep.equal(['for-national']);
    const waits = (status: Status, reviewTiers: 0 | 1 | 2, scope: Scope = khonKaen) =>
      waitsFor(stands(status), { reviewTiers }, scope);
    expect([waits('received', 0), waits('received', 1), waits('received', 2)]).to.deep.equal([
      ...[true, true, true],
    ]);
    expect([waits('received', 2, nation), waits('endorsed', 2, nation)]).to.deep.equal([
      ...[false, true],
    ]);
    expect([
      waits('endorsed', 2),
      waits('approved', 2, nation),
      waits('returned', 1),
    ]).to.deep.equal([false, false, false]);
  });
});
