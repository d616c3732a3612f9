// From scores to what a planner is shown: up to three sub-plans, each with its chance and its reasons, or none at all.
import {
  type IssueWords,
  type NamedSubPlan,
  type SuggestionModel,
  softmax,
} from './suggestion-model.ts';
import type { WordInText } from './words-of-text.ts';

export interface Suggestion {
  readonly subPlan: string;
  /** from 0 to 1: of so many suggestions with this chance, this share was confirmed in trials */
  readonly chance: number;
  /** where they stand in `text` of the whole */
  readonly words: readonly WordInText[];
}

export interface Suggested {
  /** the text as it was read, in which the words stand */
  readonly text: string;
  /** the likeliest first; empty: nothing is suggested */
  readonly suggestions: readonly Suggestion[];
  /** the chance that it fits no sub-plan, from 0 to 1 */
  readonly fitsNone: number;
}

/** What trials on confirmed issues taught: how far scores are to be believed, and from which chance on something is said. */
export interface Caution {
  /** scores are divided by it (temperature scaling; Guo et al. 2017), so that chances come true as often as they say */
  readonly temperature: number;
  /** what a first suggestion's chance came to in trials, in rising order; between two of them a straight line; none: as it is */
  readonly believed: readonly Believed[];
  /** the first suggestion has at least this chance, or there is none */
  readonly least: number;
}

/** A chance as the model has it, and the share that was right of those that had it. */
export interface Believed {
  readonly chance: number;
  readonly right: number;
}

/** Before anything was tried. */
export const untried: Caution = { temperature: 1, believed: [], least: 0.3 };

/** Chances by class as they are to be believed: the first as trials say, the others share what is left. What fits none comes first. */
export function believedChances(scores: readonly number[], { temperature, believed }: Caution) {
  const chances = softmax(scores, temperature);
  const top = Math.max(...chances.slice(1));
  const which = chances.lastIndexOf(top);
  const said = onLine(believed, top);
  const others = top < 1 ? (1 - said) / (1 - top) : 0;
  return chances.map((chance, i) => (i === which ? said : chance * others));
}

function onLine(believed: readonly Believed[], chance: number): number {
  const next = believed.findIndex((one) => one.chance >= chance);
  const after = believed[next < 0 ? believed.length - 1 : next];
  const before = believed[next - 1];
  if (!after) return chance;
  if (!before || next < 0) return after.right;
  const part = (chance - before.chance) / (after.chance - before.chance);
  return before.right + part * (after.right - before.right);
}

const mostSuggestions = 3;
/** a second or third one below this chance is noise */
const worthSaying = 0.05;

export function suggest(
  model: SuggestionModel,
  subPlans: readonly NamedSubPlan[],
  caution: Caution,
  issue: IssueWords,
): Suggested {
  const scored = model.score(issue);
  const [fitsNone = 1, ...chances] = believedChances(scored.scores, caution);
  const ranked = chances
    .map((chance, i) => ({ subPlan: subPlans[i]?.id ?? '', chance }))
    .sort((a, b) => b.chance - a.chance);
  const isSaid = saysSomething(ranked[0]?.chance ?? 0, fitsNone, caution);
  const suggestions = (isSaid ? ranked.slice(0, mostSuggestions) : [])
    .filter(({ chance }, i) => i === 0 || chance >= worthSaying)
    .map((one) => ({ ...one, words: model.reasons(scored, one.subPlan) }));
  // what no word speaks for is a guess by frequency alone
  const first = suggestions[0];
  const reasoned = first && first.words.length > 0 ? suggestions : [];
  return { text: scored.text, suggestions: reasoned, fitsNone };
}

export const saysSomething = (chance: number, fitsNone: number, { least }: Caution): boolean =>
  chance >= least && chance > fitsNone;
