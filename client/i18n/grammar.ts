// How each language puts names together, where words alone do not do.
import { buddhistYears } from '../../shared/text/calendar.ts';
import type { Lang } from './messages.ts';

interface Grammar {
  /** a strategy's name inside a sentence */
  readonly insideSentence: (name: string) => string;
  /** a strategy's name without the word that all of them share */
  readonly shortStrategy: (name: string) => string;
  /** the same inside a sentence */
  readonly topic: (name: string) => string;
  /** a region inside a sentence: “the Northern region” */
  readonly region: (name: string) => string;
  /** between places in a row */
  readonly betweenPlaces: string;
  /** between sentences that stand together */
  readonly betweenSentences: string;
  /** a long word may be divided by a hyphen */
  readonly hyphenates: boolean;
  /** a day and a time of it */
  readonly instant: (day: string, time: string) => string;
  readonly time: (clock: string) => string;
  /** of a Buddhist year, the one that people write */
  readonly fiscalYear: (year: number) => string;
}

const asItIs = (name: string) => name;

export const grammar: Readonly<Record<Lang, Grammar>> = {
  th: {
    insideSentence: asItIs,
    shortStrategy: (name) => name.replace('ดิจิทัล', ''),
    topic: asItIs,
    region: asItIs,
    betweenPlaces: ' ',
    betweenSentences: ' ',
    hyphenates: false,
    instant: (day, time) => `${day} ${time}`,
    time: (clock) => `${clock} น.`,
    fiscalYear: String,
  },
  en: {
    insideSentence: (name) => name.charAt(0).toLowerCase() + name.slice(1),
    shortStrategy: (name) => capitalised(name.replace(/^Digital /, '')),
    topic: (name) => name.toLowerCase(),
    region: (name) => `the ${name} region`,
    betweenPlaces: ', ',
    betweenSentences: '; ',
    hyphenates: true,
    instant: (day, time) => `${day}, ${time}`,
    time: asItIs,
    fiscalYear: (year) => String(year - buddhistYears),
  },
};

/** A sentence begins with a capital letter, where the script has one. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a language is called in itself, short. */
export const ownNames: Readonly<Record<Lang, string>> = { th: 'ไทย', en: 'EN' };
