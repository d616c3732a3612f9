// What the map finds, as a sentence; apart from the other findings, because its words come with the map.
import type { MapFinding } from '../../shared/figures/map.ts';
import { formatNumber } from './format.ts';
import { capitalised, grammar } from './grammar.ts';
import type { Speech } from './i18n.ts';
import { listed, placeName } from './names.ts';

/** more names than this are no sentence any more */
const mostNames = 4;

export function mapSentence(
  finding: MapFinding | 'within-chance' | null,
  speech: Speech,
): string | null {
  if (finding === null) return null;
  const { t, lang } = speech;
  const words = t.map.findings;
  if (finding === 'within-chance') return words.none;
  const side = (codes: readonly string[], all: typeof words.high, some: typeof words.high) => {
    const isMany = codes.length > mostNames;
    const names = codes
      .slice(0, isMany ? mostNames - 1 : mostNames)
      .map((code) => placeName(code, lang));
    return (isMany ? some : all)(formatNumber(codes.length), listed(names, lang));
  };
  const parts = [
    finding.high.length > 0 && side(finding.high, words.high, words.highMany),
    finding.low.length > 0 && side(finding.low, words.low, words.lowMany),
  ].filter((part) => part !== false);
  return capitalised(parts.join(grammar[lang].betweenSentences));
}
