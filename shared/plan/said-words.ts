// The words by which a sub-plan is spoken of: those that responses about it use more than responses about everything else.
import { fightinWords } from '../statistics/distinctive-words.ts';
import { z95 } from '../statistics/normal.ts';
import { wordsOfText } from './words-of-text.ts';

/** A word, or two that follow each other, as people write it. */
export interface SaidWord {
  readonly word: string;
  /** responses about the sub-plan that use it, and other responses that do */
  readonly responses: number;
  readonly elsewhere: number;
  /**
   * how many times as often as elsewhere: the odds ratio of its share of all words, drawn towards 1 where it is rare, with its
   * 95 % interval (shared/statistics/distinctive-words.ts)
   */
  readonly times: number;
  readonly low: number;
  readonly high: number;
}

/** What a response says about one sub-plan, or about none. */
export interface SaidAbout {
  /** null: it counts towards none */
  readonly subPlan: string | null;
  readonly texts: readonly string[];
}

/** fewer responses would tell who said it */
const leastResponses = 5;
/** a score from which a word is worth showing: two-sided 1 % */
const leastScore = 2.58;
export const mostSaidWords = 8;

/** Counts in how many responses each word stands, for every sub-plan and in all. */
export class WordsSaid {
  readonly #bySubPlan = new Map<string, Map<string, number>>();
  readonly #all = new Map<string, number>();
  readonly #responses = new Map<string, number>();
  /** how a word is written where it was met first: pairs of Thai words have no space between them */
  readonly #written = new Map<string, string>();

  /** One response; what it says twice counts once. */
  add(said: readonly SaidAbout[]): void {
    const everywhere = new Set<string>();
    const there = new Map<string, Set<string>>();
    for (const { subPlan, texts } of said) {
      const words = texts.flatMap((text) => this.#wordsOf(text));
      for (const word of words) everywhere.add(word);
      if (subPlan === null) continue;
      const before = there.get(subPlan) ?? new Set<string>();
      there.set(subPlan, new Set([...before, ...words]));
    }
    for (const word of everywhere) raise(this.#all, word);
    for (const [subPlan, words] of there) {
      raise(this.#responses, subPlan);
      const counts = this.#bySubPlan.get(subPlan) ?? new Map<string, number>();
      this.#bySubPlan.set(subPlan, counts);
      for (const word of words) raise(counts, word);
    }
  }

  /** responses about it that were looked at */
  responsesOf(subPlan: string): number {
    return this.#responses.get(subPlan) ?? 0;
  }

  /** The most telling first, at most eight; none that fewer than five responses use. */
  of(subPlan: string): SaidWord[] {
    const here = this.#bySubPlan.get(subPlan) ?? new Map<string, number>();
    const rest = new Map(
      [...this.#all].map(([word, count]) => [word, count - (here.get(word) ?? 0)]),
    );
    const weights = fightinWords(recordOf(here), recordOf(rest));
    const telling = [...(weights ?? [])]
      .filter(([word, { z }]) => z >= leastScore && (here.get(word) ?? 0) >= leastResponses)
      .sort(([, a], [, b]) => b.z - a.z);
    const chosen: string[] = [];
    for (const [word] of telling) {
      if (chosen.length === mostSaidWords) break;
      if (chosen.every((other) => !overlap(word, other))) chosen.push(word);
    }
    return chosen.flatMap((word) => {
      const weight = weights?.get(word);
      if (!weight) return [];
      const half = z95 * Math.sqrt(weight.variance);
      return [
        {
          word: this.#written.get(word) ?? word,
          responses: here.get(word) ?? 0,
          elsewhere: rest.get(word) ?? 0,
          times: Math.exp(weight.delta),
          low: Math.exp(weight.delta - half),
          high: Math.exp(weight.delta + half),
        },
      ];
    });
  }

  #wordsOf(raw: string): string[] {
    const { text, words } = wordsOfText(raw);
    return words.map(({ word, from, to }) => {
      if (!this.#written.has(word)) this.#written.set(word, text.slice(from, to));
      return word;
    });
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const recordOf = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries(counts);

/** One of them has a word of the other: they would say the same twice. */
function overlap(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word));
}
