// Which sub-plan an issue belongs to, and the words that speak for it: multinomial logistic regression with words as features
// (Jurafsky & Martin, Speech and Language Processing, ch. 5), learned by AdaGrad (Duchi, Hazan & Singer 2011). "Fits no
// sub-plan" is a class like the others. A sub-plan's own names and words are learned along with what people confirmed, so
// that it can be suggested before anything was; a text without a known word fits none.
import type { Strategy } from '../survey/strategies.ts';
import { type WordInText, wordsOfText } from './words-of-text.ts';

/** a sub-plan as people name it */
export interface NamedSubPlan {
  readonly id: string;
  readonly strategy: Strategy;
  /** its names in all languages, and what people call it otherwise */
  readonly words: readonly string[];
}

/** What is asked about. */
export interface IssueWords {
  readonly title: string;
  readonly detail: string | null;
  readonly strategy: Strategy | null;
  readonly respondent: 'agency' | 'citizen' | null;
}

/** What a person confirmed; `subPlan` null: it fits none. */
export interface Confirmed extends IssueWords {
  readonly subPlan: string | null;
}

/** a word of the title weighs 1, one of the detail so much: titles say what it is about, details how it came */
const detailWeight = 0.4;
/** each pair of neighbours adds to its two words */
const pairWeight = 0.5;
const rounds = 6;
const stepSize = 0.3;
/** weights are drawn to 0 by it, at each step that touches them */
const decay = 0.02;

/** The class of what fits no sub-plan. */
const none = 0;

interface Feature {
  readonly name: string;
  readonly value: number;
  /** where it stands; what is no word stands nowhere */
  readonly word?: WordInText;
}

interface Weights {
  readonly of: Float64Array;
  readonly squares: Float64Array;
}

interface Example {
  readonly features: readonly Feature[];
  readonly which: number;
}

export interface Scored {
  /** by class: what fits none first, then the sub-plans in their order; of any size, higher is likelier */
  readonly scores: readonly number[];
  /** the title as it was read */
  readonly text: string;
  readonly features: readonly Feature[];
}

export class SuggestionModel {
  readonly #subPlans: readonly NamedSubPlan[];
  readonly #classes: number;
  readonly #weights = new Map<string, Weights>();

  constructor(subPlans: readonly NamedSubPlan[]) {
    this.#subPlans = subPlans;
    this.#classes = subPlans.length + 1;
  }

  /** Learns the sub-plans' own words and what was confirmed; yields after each example. Of an unknown sub-plan nothing is learned. */
  *learn(confirmed: readonly Confirmed[]): Generator<void, void> {
    const own = this.#ownWords();
    const examples = [...own];
    for (const one of confirmed) {
      const which = this.classOf(one.subPlan);
      if (which >= 0) examples.push({ features: featuresOf(one).features, which });
      yield;
    }
    // own words keep their weight beside thousands of issues: the more there are, the less they are needed
    for (let round = 0; round < rounds; round++) {
      for (const at of mixedOrder(examples.length, round)) {
        const example = examples[at];
        if (example) this.#step(example);
        yield;
      }
    }
  }

  /** 0: fits none; -1: not known here */
  classOf(subPlan: string | null): number {
    if (subPlan === null) return none;
    const found = this.#subPlans.findIndex(({ id }) => id === subPlan);
    return found < 0 ? -1 : found + 1;
  }

  score(issue: IssueWords): Scored {
    const { text, features } = featuresOf(issue);
    return { scores: this.#scoresOf(features), text, features };
  }

  /** The words of the title that speak for a sub-plan and against the others, those that say most first; none overlap. */
  reasons({ features }: Scored, subPlan: string, most = 4): WordInText[] {
    const which = this.classOf(subPlan);
    const weighed = features.flatMap(({ name, value, word }) => {
      const weights = this.#weights.get(name)?.of;
      if (!weights || !word) return [];
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
      return [{ word, says: value * (at(weights, which) - mean) }];
    });
    const chosen: WordInText[] = [];
    for (const { word, says } of weighed.sort((a, b) => b.says - a.says)) {
      if (says <= leastReason || chosen.length === most) break;
      if (chosen.every(({ from, to }) => word.to <= from || to <= word.from)) chosen.push(word);
    }
    return chosen;
  }

  /** Each name and word alone, and nothing at all, which fits none. */
  #ownWords(): Example[] {
    const own = this.#subPlans.flatMap(({ words, strategy }, i) =>
      words.flatMap((title) =>
        [strategy, null].map((given) => ({
          features: featuresOf({ title, detail: null, strategy: given, respondent: null }).features,
          which: i + 1,
        })),
      ),
    );
    const nothing = [null, ...new Set(this.#subPlans.map(({ strategy }) => strategy))].map(
      (strategy) => ({
        features: featuresOf({ title: '', detail: null, strategy, respondent: null }).features,
        which: none,
      }),
    );
    return [...own, ...nothing];
  }

  #scoresOf(features: readonly Feature[]): number[] {
    const scores = new Array<number>(this.#classes).fill(0);
    for (const { name, value } of features) {
      const weights = this.#weights.get(name)?.of;
      if (!weights) continue;
      for (let i = 0; i < scores.length; i++) scores[i] = at(scores, i) + value * at(weights, i);
    }
    return scores;
  }

  #step({ features, which }: Example): void {
    const chances = softmax(this.#scoresOf(features));
    for (const { name, value } of features) {
      const { of, squares } = this.#weightsOf(name);
      for (let i = 0; i < of.length; i++) {
        const wrong = at(chances, i) - (i === which ? 1 : 0);
        const slope = wrong * value + decay * at(of, i);
        const square = at(squares, i) + slope * slope;
        squares[i] = square;
        of[i] = at(of, i) - (stepSize * slope) / Math.sqrt(square + 1e-8);
      }
    }
  }

  #weightsOf(name: string): Weights {
    const known = this.#weights.get(name);
    if (known) return known;
    const made = { of: new Float64Array(this.#classes), squares: new Float64Array(this.#classes) };
    this.#weights.set(name, made);
    return made;
  }
}

/** a word that says less than this is no reason */
const leastReason = 0.15;

/** Chances by class, which add up to 1; `temperature` above 1 makes them more alike. */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function featuresOf({ title, detail, strategy, respondent }: IssueWords) {
  const read = wordsOfText(title);
  const features: Feature[] = [{ name: ' anything', value: 1 }];
  if (strategy !== null) features.push({ name: ` strategy ${strategy}`, value: 1 });
  if (respondent !== null) features.push({ name: ` respondent ${respondent}`, value: 0.5 });
  const seen = new Set<string>();
  const add = (word: WordInText, value: number, inTitle: boolean) => {
    if (seen.has(word.word)) return;
    seen.add(word.word);
    const whole = word.word.includes(' ') ? value * pairWeight : value;
    features.push({ name: word.word, value: whole, ...(inTitle && { word }) });
  };
  for (const word of read.words) add(word, 1, true);
  if (detail !== null) for (const word of wordsOfText(detail).words) add(word, detailWeight, false);
  return { text: read.text, features };
}

/** Every number below `n` once, in an order that is another one each round and the same each time. */
function* mixedOrder(n: number, round: number): Generator<number> {
  // multiplying by a number that has no factor in common with n visits all of them (a full cycle)
  let stride = Math.floor(n * (0.38 + 0.07 * round)) | 1;
  while (gcd(stride, n) !== 1) stride += 2;
  for (let i = 0, place = round; i < n; i++, place += stride) yield place % n;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;
