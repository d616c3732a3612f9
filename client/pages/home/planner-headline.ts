import type { FiguresReplyOf } from '../../../shared/api/figures.ts';
import { strategyFinding } from '../../../shared/figures/by-strategy.ts';
import { leadSentence } from '../../i18n/finding-text.ts';
import type { Speech } from '../../i18n/i18n.ts';

/** The sentence of the page, of the same claim as the overview's; a plain title when nothing can be said. */
export function plannerHeadline(reply: FiguresReplyOf<'by-strategy'>, speech: Speech): string {
  const finding = strategyFinding(reply.claims['by-strategy']);
  return leadSentence(finding, null, speech) ?? speech.t.home.planner.plain;
}
