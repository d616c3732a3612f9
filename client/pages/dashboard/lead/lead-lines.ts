// The headline of the overview and the line below it, of what the figures claim.
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { monthFinding, type TrendClaim } from '../../../../shared/figures/by-month.ts';
import { strategyFinding } from '../../../../shared/figures/by-strategy.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { leadSentence, supportSentence, topicSentence } from '../../../i18n/finding-text.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { areaName } from '../../../i18n/names.ts';

/** The headline of the page; the place's name where nothing can be said. */
export function leadLine(
  reply: FiguresReplyOf<'by-strategy' | 'by-month'>,
  speech: Speech,
): string {
  const { strip, filters, claims } = reply;
  const [only, ...others] = filters.strategy ?? [];
  const topic = strategies.find((one) => one === only);
  if (topic !== undefined && others.length === 0 && strip.responses > 0) {
    return topicSentence(topic, strip, speech);
  }
  const finding = strategyFinding(claims['by-strategy']);
  const { t, lang } = speech;
  return (
    leadSentence(finding, fastestRising(reply), speech) ??
    t.dashboard.leadPlain(areaName(filters, lang, t))
  );
}

function fastestRising({ claims }: FiguresReplyOf<'by-month'>): TrendClaim | null {
  const finding = monthFinding(claims['by-month']);
  return finding !== null && typeof finding === 'object' ? (finding.rising[0] ?? null) : null;
}

/** What the headline rests on. */
export function supportLine(
  reply: FiguresReplyOf<'by-strategy' | 'by-month'>,
  speech: Speech,
): string {
  if (reply.strip.responses === 0) return speech.t.findings.standNobody;
  const finding = strategyFinding(reply.claims['by-strategy']);
  return supportSentence(finding, fastestRising(reply), speech);
}
