// Demonstration responses: drawn from declared distributions, the same for the same seed, made one at a time in constant memory.
import { type Province, provinces } from '../shared/places/provinces.ts';
import type { RawIssue, RawResponse } from '../shared/survey/response.ts';
import type { Strategy } from '../shared/survey/strategies.ts';
import { dayOf } from './days.ts';
import * as d from './distributions.ts';
import { type Random, randomFrom, weighted } from './random.ts';
import { agencies, channelTexts, texts } from './texts.ts';

export interface Wanted {
  readonly responses: number;
  readonly seed: number;
  /** the last day, `YYYY-MM-DD` */
  readonly until: string;
  /** how many days; three years unless told */
  readonly days?: number | undefined;
  /** names of a province's districts */
  readonly districts: (province: string) => readonly string[];
}

export interface Generated {
  readonly id: string;
  readonly raw: RawResponse;
  readonly office: string;
  readonly by: string;
}

const loud = provinces.filter(({ code }) => !d.provincesThatStaySilent.includes(code));
const drawProvince = weighted(
  loud.map(
    ({ population, region }, i) =>
      [i, (population / 100_000) ** d.populationExponent * (d.regionFactor[region] ?? 1)] as const,
  ),
);
const drawRespondent = weighted(d.respondentMix);
const drawAgencyChannel = weighted(d.channelsOfAgencies);
const drawCitizenChannel = weighted(d.channelsOfCitizens);
const drawIssues = weighted(d.issuesPerResponse);
const drawSeverity = Object.fromEntries(
  Object.entries(d.severityByStrategy).map(([strategy, weights]) => [strategy, weighted(weights)]),
);

/** In the order of their days. */
export function* generateResponses({
  responses,
  seed,
  until,
  days,
  districts,
}: Wanted): Generator<Generated> {
  const random = randomFrom(seed);
  const when = dayOf(until, days);
  for (let i = 0; i < responses; i++) {
    const province = loud[drawProvince(random)];
    if (!province) throw new RangeError('no province was drawn');
    yield generate(random, province, when(i, responses), districts(province.code));
  }
}

function generate(
  random: Random,
  province: Province,
  when: { day: string; year: number },
  districts: readonly string[],
): Generated {
  const id = random.uuid();
  const type = drawRespondent(random);
  const channel = (type === 'agency' ? drawAgencyChannel : drawCitizenChannel)(random);
  const left = (share: number) => random.next() < share;
  const drawStrategy = strategyDraw(province, type === 'agency', when.year);
  const issues = Array.from({ length: drawIssues(random) }, () =>
    issueOf(random, drawStrategy(random)),
  );
  const raw: RawResponse = {
    version: 1,
    day: left(d.missing.day) ? null : when.day,
    channel,
    channelText: channel === 'csv' ? random.pick(channelTexts) : null,
    place: {
      province: province.code,
      district: left(d.missing.district) || districts.length === 0 ? null : random.pick(districts),
    },
    respondent: {
      type: left(d.missing.respondent) ? null : type,
      agency: type === 'agency' ? random.pick(agencies) : null,
    },
    issues,
    answers: {},
  };
  const office = channel === 'csv' ? province.region : province.code;
  return {
    id,
    raw,
    office,
    by: channel === 'csv' ? `office-${province.region}` : `field-${province.code}`,
  };
}

const strategyDraws = new Map<string, (random: Random) => Strategy>();

function strategyDraw(province: Province, agency: boolean, year: number) {
  const key = `${province.region} ${agency} ${year}`;
  const draw = strategyDraws.get(key) ?? weighted(strategyWeights(province, agency, year));
  strategyDraws.set(key, draw);
  return draw;
}

function strategyWeights(province: Province, agency: boolean, year: number): [Strategy, number][] {
  const weights = d.strategyByRegion[province.region] ?? [];
  return weights.map(([strategy, weight]) => {
    const grown = strategy === 'trust' ? weight + year * d.trustPerYear : weight;
    return [strategy, agency ? grown * d.agencyFactor[strategy] : grown];
  });
}

function issueOf(random: Random, strategy: Strategy): RawIssue {
  const { what, trouble, where, details } = texts[strategy];
  const left = (share: number) => random.next() < share;
  return {
    strategy: left(d.missing.strategy) ? null : strategy,
    title: `${random.pick(what)}${random.pick(trouble)} ${random.pick(where)}`.trim(),
    detail: left(d.missing.detail) ? null : random.pick(details),
    severity: left(d.missing.severity) ? null : (drawSeverity[strategy]?.(random) ?? 3),
    affected: left(d.missing.affected) ? null : affectedOf(random, d.affectedMedian[strategy]),
  };
}

/** Lognormal by Box and Muller (1958), in round numbers as people give them. */
function affectedOf(random: Random, median: number): number {
  const normal =
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const people = median * Math.exp(d.affectedSigma * normal);
  const step = people < 50 ? 1 : people < 500 ? 10 : 50;
  return Math.max(1, Math.min(200_000, Math.round(people / step) * step));
}
