// Findings as sentences. Each is what a person could read aloud; a plain title where the data do not support a claim.

import type { Strategy } from '../../../shared/survey/strategies.ts';
import { formatNumber, formatPercent } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import {
  capitalised,
  listed,
  placeName,
  shortStrategyName,
  spokenPlaceName,
  spokenStrategyName,
} from '../../i18n/names.ts';
import type { GroupFinding } from './groups/group-finding.ts';
import type { MonthFinding } from './months/month-finding.ts';
import type { Series } from './months/month-series.ts';
import type { OutstandingPlace, PlaceFinding } from './places/place-finding.ts';
import type { ProvinceFinding } from './provinces/province-finding.ts';
import type { ProvinceMeasure } from './provinces/province-rows.ts';
import type { StrategyFinding } from './strategies/strategy-finding.ts';

export interface Speech {
  readonly t: Messages;
  readonly lang: Lang;
}

/** one decimal, with a true minus sign */
export function points(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

export function signedPoints(value: number): string {
  return value > 0 ? `+${points(value)}` : points(value);
}

export function strategySentence(finding: StrategyFinding, speech: Speech): string {
  return capitalised(aboutStrategies(finding, speech));
}

function aboutStrategies(finding: StrategyFinding, { t, lang }: Speech): string {
  const words = t.dashboard;
  switch (finding.kind) {
    case 'plain':
      return words.strategyTitle;
    case 'few':
      return words.strategyFew(
        spokenStrategyName(finding.first.strategy, lang),
        formatNumber(finding.first.responses),
        formatNumber(finding.base),
      );
    case 'leads':
      return words.strategyLeads(
        spokenStrategyName(finding.first.strategy, lang),
        points(finding.points),
      );
    case 'pair':
      return words.strategyPair(
        spokenStrategyName(finding.first.strategy, lang),
        spokenStrategyName(finding.second.strategy, lang),
      );
    case 'close':
      return words.strategyClose(
        listed(
          finding.strategies.map((strategy) => spokenStrategyName(strategy, lang)),
          lang,
        ),
      );
  }
}

export function provinceSentence(
  finding: ProvinceFinding,
  measure: ProvinceMeasure,
  { t, lang }: Speech,
): string {
  const words = t.dashboard;
  if (finding.kind === 'top') {
    return words.provinceTop(
      String(finding.count),
      formatPercent(finding.issues),
      formatPercent(finding.people),
    );
  }
  if (finding.kind === 'rate') {
    const name = placeName(finding.first.province.code, lang);
    return words.provinceRate(name, (finding.first.rate ?? 0).toFixed(1));
  }
  return measure === 'issues' ? words.provinceTitle : words.provinceRateTitle;
}

export function placeSentence(finding: PlaceFinding, { t, lang }: Speech): string {
  const words = t.dashboard;
  if (finding.kind === 'plain') return words.placeTitle;
  if (finding.kind === 'none') return words.placeNone;
  const one = ({ id, strategies }: OutstandingPlace) =>
    words.placeStands(
      spokenPlaceName(id, lang),
      strategies.map((strategy) => topicName(strategy, lang)).join(words.and),
    );
  return capitalised(finding.places.map(one).join(lang === 'th' ? ' ' : '; '));
}

function topicName(strategy: Strategy, lang: Lang): string {
  const name = shortStrategyName(strategy, lang);
  return lang === 'th' ? name : name.toLowerCase();
}

export function groupSentence(finding: GroupFinding, { t, lang }: Speech): string {
  const words = t.dashboard;
  if (finding.kind === 'plain') return words.groupTitle;
  if (finding.kind === 'none') return words.groupNone;
  const names = (strategies: readonly Strategy[]) =>
    strategies.map((strategy) => topicName(strategy, lang)).join(words.and);
  const parts = [
    finding.citizens.length > 0 && words.groupCitizens(names(finding.citizens)),
    finding.agencies.length > 0 && words.groupAgencies(names(finding.agencies)),
  ].filter((part) => part !== false);
  return capitalised(parts.join(lang === 'th' ? ' ' : '; '));
}

export function monthSentence(finding: MonthFinding, { t, lang }: Speech): string {
  const words = t.dashboard;
  if (finding.kind === 'short') return words.monthTitle;
  if (finding.kind === 'unclear') return words.monthUnclear(String(finding.months));
  const names = (series: readonly Series[]) =>
    listed(
      series.map(({ strategy }) => spokenStrategyName(strategy, lang)),
      lang,
    );
  const parts = [
    finding.up.length > 0 && words.monthUp(names(finding.up)),
    finding.down.length > 0 && words.monthDown(names(finding.down)),
  ].filter((part) => part !== false);
  return capitalised(parts.join(lang === 'th' ? ' ' : '; '));
}

/** What the page opens with: the first strategy and what rises fastest; the place's name where neither can be said. */
export function leadSentence(
  strategies: StrategyFinding,
  months: MonthFinding,
  area: string,
  speech: Speech,
): string {
  const { t, lang } = speech;
  const top = capitalised(topSentence(strategies, area, speech));
  const rising = months.kind === 'trend' ? months.up[0] : undefined;
  if (rising === undefined || strategies.kind !== 'leads') return top;
  const joint = lang === 'th' ? ' ' : '; ';
  return top + joint + t.dashboard.leadRising(spokenStrategyName(rising.strategy, lang));
}

function topSentence(finding: StrategyFinding, area: string, { t, lang }: Speech): string {
  const words = t.dashboard;
  const name = (one: { readonly strategy: Strategy }) => spokenStrategyName(one.strategy, lang);
  switch (finding.kind) {
    case 'leads':
      return words.leadTop(name(finding.first));
    case 'pair':
      return words.leadPair(name(finding.first), name(finding.second));
    case 'close':
      return words.leadClose;
    case 'few':
      return words.leadFew(
        name(finding.first),
        formatNumber(finding.first.responses),
        formatNumber(finding.base),
      );
    case 'plain':
      return words.leadPlain(area);
  }
}
