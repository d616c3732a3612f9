import type { Lang } from './names.ts';

/** before a number of people: read as such (numbers.ts) */
export const aboutWords: Readonly<Record<Lang, string>> = { th: 'ประมาณ', en: 'about' };
