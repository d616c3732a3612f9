// A province beside those like it, as a sentence.
import type { PeerRow } from '../../shared/figures/peers.ts';
import { leastBase } from '../../shared/figures/small-numbers.ts';
import { formatNumber } from './format.ts';
import type { Speech } from './i18n.ts';
import { placeName } from './names.ts';

/**
 * “4.0 times the median of 9 similar provinces”, and what was tested: whether it is clearly twice or half as much. Of fewer than
 * five responses no times are said.
 */
export function peerSentence(
  { against, responses, peers, province }: PeerRow,
  isClear: boolean,
  { t, lang }: Speech,
): string {
  const words = t.focus;
  const name = placeName(province, lang);
  const [n, k] = [formatNumber(responses), formatNumber(peers.length)];
  if (!against || against.ratio === null) return words.peersNone(name, n, k);
  if (responses < leastBase) return (isClear ? words.peersFewClear : words.peersFew)(name, k);
  return (isClear ? words.peersClear : words.peersUsual)(name, n, formatTimes(against.ratio), k);
}

/** One decimal, or the first digit that is not 0: never 0.0 times. */
function formatTimes(ratio: number): string {
  return ratio < 0.1 ? String(Number(ratio.toPrecision(1))) : ratio.toFixed(1);
}
