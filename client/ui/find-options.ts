export interface ComboOption {
  readonly value: string;
  /** what is shown and filled in */
  readonly label: string;
  /** beside it, such as the English name */
  readonly note?: string;
  /** other words that find it: English, short names */
  readonly also?: readonly string[];
}

/** Those that begin with what was typed first, then those that contain it. */
export function findOptions(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = fold(text);
  if (wanted === '') return options;
  const words = (option: ComboOption) =>
    [option.label, option.note ?? '', ...(option.also ?? [])].map(fold);
  const begins = options.filter((option) => words(option).some((word) => word.startsWith(wanted)));
  const contains = options.filter(
    (option) => !begins.includes(option) && words(option).some((word) => word.includes(wanted)),
  );
  return [...begins, ...contains];
}

/** The option that is exactly this, spaces, dots and case aside. */
export function sameOption(options: readonly ComboOption[], text: string): ComboOption | undefined {
  return options.find((option) => fold(option.label) === fold(text));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.]/g, '')
    .replace(/^จังหวัด/, '');
}
