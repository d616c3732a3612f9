// The headline of the overview and the line below it, of what the figures claim.
import type { FiguresReplyOf, Filters } from '../../../../shared/api/figures.ts';
import { monthFinding, type TrendClaim } from '../../../../shared/figures/by-month.ts';
import { provinceOrder, usualMeasure } from '../../../../shared/figures/by-province.ts';
import { strategyFinding } from '../../../../shared/figures/by-strategy.ts';
import { provincesInView } from '../../../../shared/figures/provinces-in-view.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import {
  leadSentence,
  provinceSentence,
  supportSentence,
  topicSentence,
} from '../../../i18n/finding-text.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { areaName } from '../../../i18n/names.ts';

/** The headline of the page; the place's name where nothing can be said. */
export function leadLine(
  reply: FiguresReplyOf<'by-strategy' | 'by-month'>,
  speech: Speech,
): string {
  const { strip, filters, claims } = reply;
  const topic = topicOf(filters);
  if (topic !== undefined && strip.responses > 0)
    return topicSentence(topic, { strip, isFiltered: isFiltered(filters) }, speech);
  const finding = strategyFinding(claims['by-strategy']);
  const { t, lang } = speech;
  return (
    leadSentence(finding, fastestRising(reply), speech) ??
    t.dashboard.leadPlain(areaName(filters, lang, t))
  );
}

type SupportReply = FiguresReplyOf<'by-strategy' | 'by-month' | 'by-province'>;

/** the one strategy that was chosen */
function topicOf({ strategy = [] }: Filters): Strategy | undefined {
  const [only, ...others] = strategy;
  return others.length === 0 ? strategies.find((one) => one === only) : undefined;
}

/** By more than the topic. */
function isFiltered({
  strategy: _topic,
  scope: _scope,
  ...others
}: FiguresReplyOf<never>['filters']): boolean {
  return Object.values(others).some((chosen) => chosen !== undefined && chosen.length > 0);
}

function isOneTopic({ filters }: SupportReply): boolean {
  return topicOf(filters) !== undefined;
}

function fastestRising({ claims }: FiguresReplyOf<'by-month'>): TrendClaim | null {
  const finding = monthFinding(claims['by-month']);
  return finding !== null && typeof finding === 'object' ? (finding.rising[0] ?? null) : null;
}

/** What the headline rests on. */
export function supportLine(reply: SupportReply, speech: Speech): string {
  if (reply.strip.responses === 0) return speech.t.findings.standNobody;
  if (isOneTopic(reply)) return provincesLine(reply, speech);
  const finding = strategyFinding(reply.claims['by-strategy']);
  return supportSentence(finding, fastestRising(reply), speech);
}

/** Which provinces raise the topic most, and whether that is more than chance. */
function provincesLine(reply: SupportReply, speech: Speech): string {
  if (provincesInView(reply.filters, reply.filters.scope).length < 2) return '';
  const order = provinceOrder(reply.claims['by-province'], usualMeasure(reply.filters));
  return provinceSentence(order, speech) ?? speech.t.findings.provinceNoOrder;
}
