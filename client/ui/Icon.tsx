import { h } from 'preact';

export type IconShapes = readonly (readonly [string, Readonly<Record<string, string>>])[];

interface IconProps {
  readonly of: IconShapes;
  /** 20 px unless told; `small` is 16 */
  readonly small?: boolean;
}

/** Decoration only: the word beside it, or the button's label, says what it means. */
export function Icon({ of, small }: IconProps) {
  return (
    <svg
      class={small ? 'ic sm' : 'ic'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
