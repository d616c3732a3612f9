// What the standing rules say of hand-made rounds, and what they leave alone.
import { expect } from 'chai';
import { modifiedZ } from '../../../../shared/quality/district-weeks.ts';
import { FlagFinder } from '../../../../shared/quality/find-flags.ts';
import type { LookedAt, QualityRule } from '../../../../shared/quality/flag.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Ordinary: differs from one to the next. */
const aResponse = (n: number, over: Partial<LookedAt> = {}): LookedAt => ({
  id: idOf(n),
  by: 'malee',
  office: 'TH-50',
  byHand: true,
  province: 'TH-50',
  district: null,
  day: '2026-11-02',
  receivedDay: '2026-11-03',
  type: n % 2 ? 'citizen' : 'agency',
  issues: [anIssue(n)],
  ...over,
});
const anIssue = (n: number, over: Partial<LookedAt['issues'][number]> = {}) => ({
  strategy: strategies[n % strategies.length] ?? null,
  severity: (n % 5) + 1,
  affected: n % 7,
  words: n,
  ...over,
});
const many = (count: number, make: (n: number) => LookedAt, from = 0) =>
  Array.from({ length: count }, (_, n) => make(from + n));
const flagsOf = (...all: readonly (readonly LookedAt[])[]) => {
  const finder = new FlagFinder('2026-11-29');
  for (const one of all.flat()) finder.add(one);
  for (const flags = finder.flags(); ; ) {
    const { done, value } = flags.next();
    if (done) return value;
  }
};
const others = many(100, (n) => aResponse(n, { by: `other-${n % 4}` }), 1000);
const rules = (...all: readonly (readonly LookedAt[])[]): QualityRule[] =>
  flagsOf(...all).map(({ rule }) => rule);

describe('the standing rules', () => {
  it('say nothing of an ordinary round', () => {
    expect(
      rules(
        others,
        many(40, (n) => aResponse(n)),
      ),
    ).to.deep.equal([]);
  });

  it('say who leaves a value empty, beside how often others do', () => {
    const some = many(40, (n) =>
      aResponse(n, { issues: [anIssue(n, { severity: n < 18 ? null : 3 })] }),
    );

    const [flag, ...more] = flagsOf(others, some);

    expect(more).to.deep.equal([]);
    expect(flag).to.deep.include({ rule: 'missing-values', provinces: ['TH-50'], cases: 18 });
    expect(flag?.numbers).to.deep.equal({
      by: 'malee',
      office: 'TH-50',
      field: 'severity',
      cases: 18,
      of: 40,
      part: 45,
      others: 0,
    });
    expect(flag?.responses[0]).to.equal(idOf(0));
  });

  it('say nothing of what everybody leaves empty, and nothing of a few', () => {
    const empty = (n: number) => aResponse(n, { by: `by-${n % 3}`, day: null });
    expect(rules(many(90, empty))).to.deep.equal([]);
    expect(
      rules(
        others,
        many(19, (n) => aResponse(n, { day: null })),
      ),
    ).to.deep.equal([]);
  });

  it('say who reports late', () => {
    const late = many(30, (n) => aResponse(n, { day: n < 20 ? '2026-09-01' : '2026-11-01' }));

    const [flag] = flagsOf(others, late);

    expect(flag?.rule).to.equal('late-reports');
    expect(flag?.numbers).to.deep.include({ cases: 20, of: 30, days: 63, limit: 30, others: 0 });
  });

  it('say who answers along one line, and not of who is asked one thing at a time', () => {
    const line = (n: number, length: number) =>
      aResponse(n, { issues: Array.from({ length }, (_, i) => anIssue(n, { words: n * 9 + i })) });

    expect(
      rules(
        others,
        many(6, (n) => line(n, 3), 1),
      ),
    ).to.deep.equal(['straight-lining']);
    expect(
      rules(
        others,
        many(6, (n) => line(n, 2), 1),
      ),
    ).to.deep.equal([]);
    expect(
      rules(
        others,
        many(4, (n) => line(n, 3), 1),
      ),
    ).to.deep.equal([]);
  });

  it('say whose answers hardly differ, but for files of many respondents', () => {
    const same = (n: number, byHand: boolean) =>
      aResponse(n, { byHand, type: 'citizen', issues: [anIssue(1, { words: n })] });

    const [flag] = flagsOf(
      others,
      many(25, (n) => same(n, true)),
    );

    expect(flag).to.deep.include({ rule: 'same-answers', cases: 25 });
    expect(
      rules(
        others,
        many(25, (n) => same(n, false)),
      ),
    ).to.deep.equal([]);
  });

  it('find the same words from two offices, and not from one', () => {
    const said = (n: number, office: string, province: string) =>
      aResponse(n, { office, province, by: `by-${n}`, issues: [anIssue(n, { words: 77.5 })] });

    const [flag, ...more] = flagsOf([said(1, 'TH-50', 'TH-50'), said(2, 'TH-40', 'TH-40')]);

    expect(more).to.deep.equal([]);
    expect(flag).to.deep.include({ rule: 'duplicates', cases: 2, provinces: ['TH-40', 'TH-50'] });
    expect(flag?.responses).to.deep.equal([idOf(1), idOf(2)]);
    expect(rules([said(1, 'TH-50', 'TH-50'), said(2, 'TH-50', 'TH-50')])).to.deep.equal([]);
    const twice = { ...said(1, 'TH-50', 'TH-50'), issues: [anIssue(1), anIssue(1)] };
    expect(rules([twice])).to.deep.equal([]);
  });

  it('say in which week a district had far from its usual, and not of the week that is not over', () => {
    const weekly = [3, 4, 3, 5, 4, 3, 4, 30];
    const monday = Date.UTC(2026, 7, 31);
    const inWeek = (counts: readonly number[], first: number) =>
      counts.flatMap((count, week) =>
        many(
          count,
          (n) => {
            const day = new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10);
            return aResponse(n, { by: `by-${n % 9}`, district: '5001', day, receivedDay: day });
          },
          week * 100,
        ),
      );

    const [flag, ...more] = flagsOf(inWeek(weekly, monday));

    expect(more).to.deep.equal([]);
    expect(flag?.numbers).to.deep.equal({
      district: '5001',
      province: 'TH-50',
      count: 30,
      usual: 4,
      weeks: 8,
      z: 17.5,
      from: '2026-10-19',
      to: '2026-10-25',
    });
    // its last week is that of today
    expect(rules(inWeek(weekly, monday + 5 * 7 * 86_400_000))).to.deep.equal([]);
  });

  it('measure by the median, and where that says nothing by the mean deviation', () => {
    expect(modifiedZ(30, 4, [3, 4, 3, 5, 4, 3, 4, 30])).to.be.closeTo(0.6745 * 26, 1e-9);
    expect(modifiedZ(9, 1, [1, 1, 1, 9])).to.be.closeTo(8 / (1.253314 * 2), 1e-9);
    expect(modifiedZ(1, 1, [1, 1, 1])).to.equal(0);
  });
});
