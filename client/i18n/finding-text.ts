// Findings as sentences, here and nowhere else. null where the data support no claim: a plain title stands in its place.
import type { ParetoClaim, ProvinceClaim, SeverityClaim } from '../../shared/api/claims.ts';
import type { Strip } from '../../shared/api/figures.ts';
import type { TrendClaim, TrendFinding } from '../../shared/figures/by-month.ts';
import type { OrderOfProvinces } from '../../shared/figures/by-province.ts';
import type { OrderClaim, StrategyFinding } from '../../shared/figures/by-strategy.ts';
import type { OutstandingPlace } from '../../shared/figures/province-strategy.ts';
import type { GroupFinding } from '../../shared/figures/respondent-strategy.ts';
import { rankingBase } from '../../shared/figures/small-numbers.ts';
import { provinceByCode } from '../../shared/places/provinces.ts';
import { poissonRate } from '../../shared/statistics/poisson-rate.ts';
import type { Strategy } from '../../shared/survey/strategies.ts';
import { formatNumber, formatPercent, formatPoints, formatRate } from './format.ts';
import { capitalised, grammar } from './grammar.ts';
import type { Speech } from './i18n.ts';
import {
  listed,
  placeName,
  shortStrategyName,
  spokenPlaceName,
  spokenStrategyName,
} from './names.ts';

/** what such a claim is of, at the least: it is not made of fewer */
const enough = rankingBase;

/** The order of the strategies, above their figure. */
export function strategySentence({ order }: StrategyFinding, speech: Speech): string | null {
  return order && capitalised(orderInFull(order, speech));
}

function orderInFull(order: OrderClaim, speech: Speech): string {
  const { t, lang } = speech;
  const words = t.findings;
  switch (order.code) {
    case 'few':
      return few(order, speech);
    case 'leads':
      return words.strategyLeads(
        spokenStrategyName(order.strategy, lang),
        formatPoints(order.points, enough),
      );
    case 'pair':
      return words.strategyPair(...pairNames(order.strategies, speech));
    case 'close':
      return words.strategyClose(spokenNames(order.strategies, speech));
  }
}

/**
 * What a page about everything opens with: the order of the strategies in a few words, and what rises fastest.
 * The overview and the planner's home take it from here.
 */
export function leadSentence(
  { order }: StrategyFinding,
  rising: TrendClaim | null,
  speech: Speech,
): string | null {
  if (order === null) return null;
  const top = capitalised(orderInShort(order, speech));
  if (rising === null || order.code !== 'leads') return top;
  const { t, lang } = speech;
  return joined([top, t.findings.leadRising(spokenStrategyName(rising.strategy, lang))], lang);
}

function orderInShort(order: OrderClaim, speech: Speech): string {
  const { t, lang } = speech;
  const words = t.findings;
  switch (order.code) {
    case 'few':
      return few(order, speech);
    case 'leads':
      return words.leadTop(spokenStrategyName(order.strategy, lang));
    case 'pair':
      return words.leadPair(...pairNames(order.strategies, speech));
    case 'close':
      return words.leadClose;
  }
}

function few(
  { strategy, responses, of }: Extract<OrderClaim, { code: 'few' }>,
  { t, lang }: Speech,
): string {
  const name = spokenStrategyName(strategy, lang);
  return t.findings.strategyFew(name, formatNumber(responses), formatNumber(of));
}

/** What the opening rests on: the share of the first with its interval, and the pace of what rises. */
export function supportSentence(
  { share }: StrategyFinding,
  rising: TrendClaim | null,
  { t, lang }: Speech,
): string {
  const words = t.findings;
  const parts: string[] = [];
  if (share !== null) {
    const [part, low, high] = [share.share, share.low, share.high].map((value) =>
      formatPercent(value, share.of),
    ) as [string, string, string]; // three in, three out
    parts.push(words.standTop(part, low, high, spokenStrategyName(share.strategy, lang)));
  }
  if (rising !== null) {
    const pace = words.pace[rising.per](formatPoints(rising.points, enough));
    parts.push(words.standRising(spokenStrategyName(rising.strategy, lang), pace));
  }
  return parts.length === 0 ? '' : [...parts, words.standUnits].join(' ');
}

/**
 * Where one strategy was chosen there is no order of strategies to speak of, only how far it is spread. `isFiltered`: by more than
 * that; the sentence says so itself, since it is quoted without the filters.
 */
export function topicSentence(
  strategy: Strategy,
  { strip, isFiltered }: { readonly strip: Strip; readonly isFiltered: boolean },
  { t, lang }: Speech,
): string {
  const words = t.findings;
  return (isFiltered ? words.leadTopicFiltered : words.leadTopic)(
    spokenStrategyName(strategy, lang),
    formatNumber(strip.responses),
    formatNumber(strip.provincesMatching),
  );
}

export function provinceSentence(claim: ProvinceClaim | null, speech: Speech): string | null {
  if (claim === null) return null;
  const words = speech.t.findings;
  if (claim.code === 'first') return orderSentence(claim, speech);
  const [issues, people] = [claim.issues, claim.people].map((share) =>
    formatPercent(share, enough),
  ) as [string, string]; // two in, two out
  return words.provinceTop(String(claim.provinces), issues, people);
}

/** The first three with their numbers, and whether others could as well be among them. */
function orderSentence({ measure, provinces, alike }: OrderOfProvinces, { t, lang }: Speech) {
  const words = t.findings;
  const names = provinces.map(
    ({ province, responses, of }) =>
      `${placeName(province, lang)}\u00A0${words.provinceValue[measure](
        ...valuesOf(measure, province, responses, of),
      )}`,
  );
  const order = words.provinceFirst[measure](listed(names, lang));
  const others = alike.length;
  return joined(
    [order, others === 0 ? words.provinceClear : words.provinceUnclear(formatNumber(others))],
    lang,
  );
}

function valuesOf(
  measure: OrderOfProvinces['measure'],
  province: string,
  responses: number,
  of: number,
): [string, string] {
  const counts = formatNumber(responses);
  if (measure === 'share') return [formatPercent(responses / of, of), counts];
  if (measure === 'issues') return [counts, counts];
  const { rate = 0 } = poissonRate(responses, provinceByCode(province)?.population ?? 0) ?? {};
  return [formatRate(rate, responses), counts];
}

export function placeSentence(
  finding: readonly OutstandingPlace[] | 'within-chance' | null,
  speech: Speech,
): string | null {
  if (finding === null) return null;
  const { t, lang } = speech;
  if (finding === 'within-chance') return t.findings.placeNone;
  const parts = finding.map(({ id, strategies }) =>
    t.findings.placeStands(spokenPlaceName(id, lang), topics(strategies, speech)),
  );
  return capitalised(joined(parts, lang));
}

export function groupSentence(
  finding: GroupFinding | 'within-chance' | null,
  speech: Speech,
): string | null {
  if (finding === null) return null;
  const words = speech.t.findings;
  if (finding === 'within-chance') return words.groupNone;
  const { agencies, citizens } = finding;
  const parts = [
    citizens.length > 0 && words.groupCitizens(topics(citizens, speech)),
    agencies.length > 0 && words.groupAgencies(topics(agencies, speech)),
  ].filter((part) => part !== false);
  return capitalised(joined(parts, speech.lang));
}

export function severitySentence(claim: SeverityClaim | null, { t }: Speech): string | null {
  return claim && t.findings.severityHigh(formatPercent(claim.share, claim.of));
}

export function monthSentence(
  finding: TrendFinding | number | null,
  speech: Speech,
): string | null {
  if (finding === null) return null;
  const words = speech.t.findings;
  if (typeof finding === 'number') return words.monthUnclear(String(finding));
  const names = (claims: readonly TrendClaim[]) =>
    spokenNames(
      claims.map(({ strategy }) => strategy),
      speech,
    );
  const { rising, falling } = finding;
  const parts = [
    rising.length > 0 && words.monthUp(names(rising)),
    falling.length > 0 && words.monthDown(names(falling)),
  ].filter((part) => part !== false);
  return capitalised(joined(parts, speech.lang));
}

export function paretoSentence(claim: ParetoClaim | null, { t }: Speech): string | null {
  if (claim === null) return null;
  const { topics, of, share, issues } = claim;
  return t.findings.paretoHalf(
    formatNumber(topics),
    formatNumber(of),
    formatPercent(share, issues),
  );
}

function pairNames([first, second]: readonly [Strategy, Strategy], { lang }: Speech) {
  return [spokenStrategyName(first, lang), spokenStrategyName(second, lang)] as const;
}

function spokenNames(strategies: readonly Strategy[], { lang }: Speech): string {
  return listed(
    strategies.map((strategy) => spokenStrategyName(strategy, lang)),
    lang,
  );
}

/** Several strategies in a few letters, inside a sentence. */
function topics(strategies: readonly Strategy[], { t, lang }: Speech): string {
  return strategies
    .map((strategy) => grammar[lang].topic(shortStrategyName(strategy, lang)))
    .join(t.findings.and);
}

function joined(parts: readonly string[], lang: Speech['lang']): string {
  return parts.join(grammar[lang].betweenSentences);
}
