// Headers compared as people mean them, not as they typed them.
import { normaliseLine, toWesternDigits } from '../text/thai.ts';

const trailingBracket = /[([{（][^()[\]{}（）]*[)\]}）]$/;

/** `จังหวัด (Province)` → `จังหวัด`, `Sub_District *` → `subdistrict`: no unit or scale at the end, no `:` `*` `_` or space. */
export function headerKey(header: string): string {
  const tidy = toWesternDigits(normaliseLine(header)).toLowerCase();
  const bare = dropMarks(tidy);
  const withoutUnit = dropMarks(bare.replace(trailingBracket, ''));
  return (withoutUnit || bare).replace(/[\s_]/g, '');
}

function dropMarks(text: string): string {
  return text.replace(/[\s:*：＊]+$/, '').replace(/^[\s:*]+/, '');
}

/** Equal cell by cell means: the same header once more. */
export function isHeaderAgain(cells: readonly string[], keys: readonly string[]): boolean {
  return keys.every((key, index) => headerKey(cells[index] ?? '') === key);
}
