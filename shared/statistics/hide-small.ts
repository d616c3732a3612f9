// Which counts of tables are not for outside: those of 1 to 4, and as many others as keep them from being computed.

/** counts from 1 up to below this are small */
const threshold = 5;

/** Counts that add up: `parts` make `total`, both by their index; null = their sum is published too, and is not one of them. */
export interface Addition {
  readonly parts: readonly number[];
  readonly total: number | null;
}

/**
 * Indexes of the counts to hide. In each line either none is hidden or at least two, whose sum is 5 or more: then each
 * hidden one could be 5 and has at least 5 possible values, from that line alone. `also`: hidden for other reasons.
 * Complementary suppression by lines: Willenborg & de Waal 2001; Hundepool et al. 2012, ch. 4.
 */
export function hiddenOf(
  counts: readonly number[],
  lines: readonly Addition[],
  also: readonly number[] = [],
): ReadonlySet<number> {
  const small = counts.flatMap((count, index) => (count > 0 && count < threshold ? [index] : []));
  const hidden = new Set([...small, ...also]);
  // each round hides one more, so it ends
  for (let more = next(counts, lines, hidden); more !== null; ) {
    hidden.add(more);
    more = next(counts, lines, hidden);
  }
  return hidden;
}

function next(
  counts: readonly number[],
  lines: readonly Addition[],
  hidden: ReadonlySet<number>,
): number | null {
  for (const line of lines) {
    if (isSafe(counts, line, hidden)) continue;
    const partner = partnerOf(counts, line, hidden, lines);
    if (partner !== null) return partner;
  }
  return null;
}

function isSafe(counts: readonly number[], line: Addition, hidden: ReadonlySet<number>): boolean {
  const parts = line.parts.filter((index) => hidden.has(index));
  if (line.total !== null && hidden.has(line.total)) return parts.length > 0;
  if (parts.length === 0) return true;
  const sum = parts.reduce((all, index) => all + (counts[index] ?? 0), 0);
  return parts.length > 1 && sum >= threshold;
}

/** Non-zero before zero, what another line hides beside before what stands alone, smallest first; the total last. */
function partnerOf(
  counts: readonly number[],
  line: Addition,
  hidden: ReadonlySet<number>,
  lines: readonly Addition[],
): number | null {
  const crossed = (index: number) =>
    lines.some(
      (other) =>
        other !== line &&
        other.parts.includes(index) &&
        other.parts.some((one) => one !== index && hidden.has(one)),
    );
  const cost = (index: number) =>
    (counts[index] === 0 ? 2e15 : 0) + (crossed(index) ? 0 : 1e15) + (counts[index] ?? 0);
  const open = line.parts.filter((index) => !hidden.has(index));
  const [best] = open.toSorted((a, b) => cost(a) - cost(b));
  if (best !== undefined) return best;
  return line.total !== null && !hidden.has(line.total) ? line.total : null;
}
