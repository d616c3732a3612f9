import type { SideName } from './sides.ts';

const letters: Readonly<Record<SideName, string>> = { a: 'ก', b: 'ข' };

/** The mark of a side: the first outlined, the second filled. */
export function SideLetter({ side }: { readonly side: SideName }) {
  return <span class={`side-letter ${side}`}>{letters[side]}</span>;
}
