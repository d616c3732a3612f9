// The distributions that demonstration data are drawn from, declared in one place. Invented, but shaped like the real thing:
// more people, more responses, yet small provinces speak up more per head; the south and the hills lack signal; cities meet fraud.
import type { Strategy } from '../shared/survey/strategies.ts';

export const provincesThatStaySilent: readonly string[] = ['TH-17', 'TH-26', 'TH-85'];

/** responses of a province ∝ (population / 100,000) ^ this */
export const populationExponent = 0.72;

/** how eagerly a region reports */
export const regionFactor: Readonly<Record<string, number>> = {
  north: 1.35,
  northeast: 1.05,
  central: 0.85,
  east: 0.8,
  west: 0.9,
  south: 1.1,
};

/** weight of each strategy by region */
export const strategyByRegion: Readonly<Record<string, readonly (readonly [Strategy, number])[]>> =
  {
    north: [
      ['infrastructure', 40],
      ['economy', 11],
      ['society', 16],
      ['government', 14],
      ['workforce', 9],
      ['trust', 10],
    ],
    northeast: [
      ['infrastructure', 27],
      ['economy', 15],
      ['society', 19],
      ['government', 15],
      ['workforce', 12],
      ['trust', 12],
    ],
    central: [
      ['infrastructure', 17],
      ['economy', 14],
      ['society', 14],
      ['government', 21],
      ['workforce', 10],
      ['trust', 24],
    ],
    east: [
      ['infrastructure', 18],
      ['economy', 18],
      ['society', 13],
      ['government', 17],
      ['workforce', 16],
      ['trust', 18],
    ],
    west: [
      ['infrastructure', 32],
      ['economy', 13],
      ['society', 17],
      ['government', 15],
      ['workforce', 9],
      ['trust', 14],
    ],
    south: [
      ['infrastructure', 30],
      ['economy', 14],
      ['society', 18],
      ['government', 14],
      ['workforce', 9],
      ['trust', 15],
    ],
  };

/** what agencies raise more often than citizens do: multiplies the weight */
export const agencyFactor: Readonly<Record<Strategy, number>> = {
  infrastructure: 1.15,
  economy: 0.9,
  society: 0.9,
  government: 1.5,
  workforce: 1.2,
  trust: 0.5,
};

/** trust grows year by year: added to its weight, per year */
export const trustPerYear = 4;

export const severityByStrategy: Readonly<
  Record<Strategy, readonly (readonly [number, number])[]>
> = {
  infrastructure: [
    [1, 4],
    [2, 12],
    [3, 30],
    [4, 34],
    [5, 20],
  ],
  economy: [
    [1, 8],
    [2, 22],
    [3, 40],
    [4, 22],
    [5, 8],
  ],
  society: [
    [1, 6],
    [2, 18],
    [3, 36],
    [4, 27],
    [5, 13],
  ],
  government: [
    [1, 9],
    [2, 24],
    [3, 38],
    [4, 21],
    [5, 8],
  ],
  workforce: [
    [1, 9],
    [2, 22],
    [3, 40],
    [4, 21],
    [5, 8],
  ],
  trust: [
    [1, 3],
    [2, 8],
    [3, 22],
    [4, 32],
    [5, 35],
  ],
};

/** median people affected; the spread is lognormal with this sigma (natural logarithm) */
export const affectedMedian: Readonly<Record<Strategy, number>> = {
  infrastructure: 240,
  economy: 90,
  society: 120,
  government: 180,
  workforce: 60,
  trust: 35,
};
export const affectedSigma = 1.1;

export const respondentMix = [
  ['agency', 37],
  ['citizen', 63],
] as const;

/** channel by respondent; the own reports of citizens wait for approval */
export const channelsOfAgencies = [
  ['csv', 72],
  ['form', 22],
  ['api', 6],
] as const;
export const channelsOfCitizens = [
  ['csv', 48],
  ['form', 44],
  ['citizen', 8],
] as const;

/** issues in one response */
export const issuesPerResponse = [
  [1, 46],
  [2, 28],
  [3, 14],
  [4, 7],
  [5, 3],
  [6, 1],
  [8, 1],
] as const;

/** weight of the calendar months January … December: fewer in the rains, during harvest and at Songkran */
export const monthWeights: readonly number[] = [10, 11, 12, 6, 9, 10, 8, 7, 6, 7, 10, 8];

/** how much busier each year is than the one before */
export const yearlyGrowth = 1.25;

/** shares of what people leave out */
export const missing = {
  day: 0.01,
  severity: 0.03,
  affected: 0.22,
  strategy: 0.015,
  district: 0.12,
  detail: 0.18,
  respondent: 0.01,
};
