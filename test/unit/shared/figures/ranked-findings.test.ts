import { expect } from 'chai';
import { type FindingsReply, rankedFindings } from '../../../../shared/figures/ranked-findings.ts';

const nothing = {
  'by-month': [],
  'province-strategy': [],
  'respondent-strategy': [],
  map: [],
} as const;

function replyWith(claims: Partial<FindingsReply['claims']>): FindingsReply {
  return {
    asOf: '2026-11-23T09:40:00.000Z',
    filters: {},
    countsFrom: 'received',
    strip: {
      issues: 2000,
      responses: 1000,
      of: 1000,
      provincesReporting: 77,
      provincesMatching: 77,
      provincesExpected: 77,
      pending: 0,
      unmatched: 0,
    },
    figures: {
      'by-month': [],
      'province-strategy': [],
      'respondent-strategy': [],
      map: [],
      'by-respondent': [
        { respondent: 'agency', issues: 800, responses: 400 },
        { respondent: 'citizen', issues: 1200, responses: 600 },
      ],
    } as unknown as FindingsReply['figures'], // only what is read of them
    claims: { ...nothing, ...claims } as FindingsReply['claims'],
  };
}

const standsOut = (
  place: string,
  strategy: 'society' | 'trust' | 'economy',
  responses: number,
  expected: number,
) => ({
  code: 'stands-out' as const,
  among: place.startsWith('TH-') ? ('provinces' as const) : ('regions' as const),
  place,
  strategy,
  direction: 'high' as const,
  responses,
  of: 2 * responses,
  expected,
  ratio: responses / expected,
});

const keysOf = (reply: FindingsReply, said?: ReadonlySet<string>) =>
  rankedFindings(reply, said).map(({ key }) => key);

describe('the findings of a view', () => {
  it('come in the order of what is surely beyond the expected: much a little before little by far', () => {
    const reply = replyWith({
      'province-strategy': [
        standsOut('TH-58', 'trust', 12, 3), // 4 times, but of twelve
        standsOut('north', 'society', 300, 200),
      ],
    });

    expect(keysOf(reply)).to.deep.equal(['place north society', 'place TH-58 trust']);
  });

  it('never say the same twice: a place once, and a province not beside its region', () => {
    const reply = replyWith({
      'province-strategy': [
        standsOut('north', 'society', 300, 200),
        standsOut('TH-50', 'society', 90, 40),
        standsOut('TH-90', 'trust', 40, 15),
        standsOut('TH-90', 'economy', 38, 15),
      ],
    });

    const found = rankedFindings(reply);

    expect(found.map(({ key }) => key)).to.deep.equal(['place north society', 'place TH-90 trust']);
    expect(found[1]?.part).to.deep.equal({ province: ['TH-90'], strategy: ['economy', 'trust'] });
  });

  it('leave what rises fastest to the headline and its line below, which say it in every view', () => {
    const rises = (strategy: 'society' | 'trust', points: number) =>
      ({ code: 'rises', strategy, points, per: 'year' }) as const;
    const months = [rises('trust', 5), rises('society', 3)];

    expect(keysOf(replyWith({ 'by-month': months }))).to.deep.equal(['trend society rises']);
  });

  it('put what was not said at the last visit before what was, unless it is much smaller', () => {
    const reply = replyWith({
      'province-strategy': [
        standsOut('north', 'society', 300, 200),
        standsOut('south', 'trust', 290, 200),
      ],
    });

    expect(keysOf(reply)).to.deep.equal(['place north society', 'place south trust']);
    expect(keysOf(reply, new Set(['place north society']))).to.deep.equal([
      'place south trust',
      'place north society',
    ]);
  });

  it('weigh a difference of groups by the near end of its interval, in the smaller group', () => {
    const [found] = rankedFindings(
      replyWith({
        'respondent-strategy': [
          { code: 'differs', strategy: 'trust', points: -12, low: -18, high: -5 },
        ],
      }),
    );

    expect(found?.weight).to.be.closeTo(0.05 * 0.4, 1e-9);
    expect(found?.part).to.deep.equal({ strategy: ['trust'] });
  });

  it('compare neither places nor groups within chosen strategies or a part of the plan', () => {
    const reply = replyWith({
      'province-strategy': [standsOut('north', 'society', 300, 200)],
      'respondent-strategy': [
        { code: 'differs', strategy: 'trust', points: -12, low: -18, high: -5 },
      ],
    });
    const within = (filters: FindingsReply['filters']) => keysOf({ ...reply, filters });

    expect(within({})).to.have.length(2);
    expect(within({ strategy: ['society', 'trust'] })).to.deep.equal([]);
    expect(within({ subPlan: ['1.1'] })).to.deep.equal([]);
    expect(within({ respondent: ['citizen'] })).to.deep.equal(['place north society']);
  });

  it('are none where nothing was found, or a group is too small', () => {
    expect(rankedFindings(replyWith({}))).to.deep.equal([]);
    expect(
      rankedFindings(
        replyWith({
          'province-strategy': [{ code: 'within-chance', among: 'provinces' }],
          'respondent-strategy': [{ code: 'few', agencies: 10, citizens: 500 }],
          'by-month': [{ code: 'no-trend', months: 30 }],
          map: [{ code: 'within-chance', compared: 70 }],
        }),
      ),
    ).to.deep.equal([]);
  });
});
