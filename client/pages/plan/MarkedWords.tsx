import type { FoundWord } from '../../../shared/plan/rule-words.ts';

interface MarkedProps {
  readonly text: string;
  readonly words: readonly FoundWord[];
}

/** The text with words marked that speak for a suggestion, or that a rule looks for; what overlaps is marked once. */
export function MarkedWords({ text, words }: MarkedProps) {
  const parts: { readonly text: string; readonly isMarked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of [...words].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  parts.push({ text: text.slice(at), isMarked: false });
  return (
    <>
      {parts.map((part, index) =>
        part.isMarked ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
