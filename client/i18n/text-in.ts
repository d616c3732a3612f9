// What an administrator has written of a round, in the person's language.
import type { Lang } from '../../shared/text/names.ts';

interface Texts {
  readonly textTh: string;
  readonly textEn: string;
}

/** Where one language has none, the other is shown. */
export const textIn: Readonly<Record<Lang, (texts: Texts) => string>> = {
  th: ({ textTh, textEn }) => textTh || textEn,
  en: ({ textTh, textEn }) => textEn || textTh,
};
