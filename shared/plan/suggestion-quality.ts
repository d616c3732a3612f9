// How good suggestions are, measured on what people confirmed: each issue is asked about by a model that has seen neither it
// nor anything alike (k-fold cross-validation over groups of alike texts). The same trials teach caution.
import { AlikeGroups } from '../text/alike.ts';
import { type Confirmed, type NamedSubPlan, SuggestionModel, softmax } from './suggestion-model.ts';
import {
  type Believed,
  believedChances,
  type Caution,
  saysSomething,
  untried,
} from './suggestions.ts';

/** Of first suggestions said with a chance from `from` to `to`: how many, the mean chance, and the share that was right. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly said: number | null;
  readonly right: number | null;
}

export interface SubPlanQuality {
  readonly subPlan: string;
  /** confirmed issues that belong to it */
  readonly n: number;
  /** of them, those whose first suggestion it was */
  readonly found: number;
  /** how often it was the first suggestion, rightly or not */
  readonly suggested: number;
}

export interface Quality {
  /** confirmed issues that were tried: with a sub-plan, and those that fit none */
  readonly n: number;
  readonly fitNone: number;
  /** of those with a sub-plan: it was the first suggestion; it was among the first three; nothing was suggested; 0 to 1 */
  readonly top1: number | null;
  readonly top3: number | null;
  readonly silent: number | null;
  /** of those that fit none: something was suggested all the same */
  readonly forced: number | null;
  readonly calibration: readonly CalibrationBin[];
  readonly subPlans: readonly SubPlanQuality[];
  readonly respondents: readonly {
    readonly respondent: string;
    readonly n: number;
    readonly top1: number;
  }[];
}

export interface Learned {
  readonly model: SuggestionModel;
  readonly caution: Caution;
  readonly quality: Quality;
}

interface Trial {
  readonly confirmed: Confirmed;
  readonly right: number;
  readonly scores: readonly number[];
}

const folds = 5;
const temperatures = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.5, 3];
const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
/** at most this share of what fits none may get a suggestion */
const mostForced = 0.05;
/** trials whose chances are taken together */
const blockOfTrials = 25;
/** with fewer trials than this nothing is concluded from them */
const fewest = 30;

/**
 * Learns from everything confirmed, after trying it out. Yields after each issue, so that whoever drives it can let others
 * have their turn.
 */
export function* learnInSteps(
  subPlans: readonly NamedSubPlan[],
  confirmed: readonly Confirmed[],
): Generator<void, Learned> {
  const usable = confirmed.filter(
    ({ subPlan }) => subPlan === null || subPlans.some(({ id }) => id === subPlan),
  );
  const trials = yield* tryOut(subPlans, usable);
  const model = new SuggestionModel(subPlans);
  yield* model.learn(usable);
  const caution = cautionFrom(trials);
  return { model, caution, quality: qualityOf(trials, caution, subPlans) };
}

function* tryOut(
  subPlans: readonly NamedSubPlan[],
  confirmed: readonly Confirmed[],
): Generator<void, Trial[]> {
  const groups = new AlikeGroups();
  const foldOf: number[] = [];
  for (const { title } of confirmed) {
    foldOf.push(groups.add(title) % folds);
    yield;
  }
  const trials: Trial[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = new SuggestionModel(subPlans);
    yield* model.learn(confirmed.filter((_, i) => foldOf[i] !== fold));
    for (const [i, one] of confirmed.entries()) {
      if (foldOf[i] !== fold) continue;
      const right = model.classOf(one.subPlan);
      trials.push({ confirmed: one, right, scores: model.score(one).scores });
      yield;
    }
  }
  return trials;
}

/**
 * The temperature with the least log loss, what chances came to, and the lowest chance from which too few that fit none are
 * forced.
 */
function cautionFrom(trials: readonly Trial[]): Caution {
  if (trials.length < fewest) return untried;
  const loss = (temperature: number) =>
    trials.reduce((sum, { scores, right }) => {
      const chance = softmax(scores, temperature)[right] ?? 0;
      return sum - Math.log(Math.max(chance, 1e-9));
    }, 0);
  const temperature = temperatures.reduce((best, one) => (loss(one) < loss(best) ? one : best));
  const believed = believedFrom(trials, temperature);
  const caution = { temperature, believed, least: untried.least };
  const fitNone = trials.filter(({ right }) => right === 0);
  if (fitNone.length < fewest) return caution;
  const least =
    thresholds.find(
      (one) => shareOf(fitNone, (trial) => isSaid(trial, { ...caution, least: one })) <= mostForced,
    ) ?? 0.95;
  return { ...caution, least };
}

/** Isotonic regression by pooling neighbours that fall (Ayer et al. 1955), over blocks of trials in the order of their chance. */
function believedFrom(trials: readonly Trial[], temperature: number): Believed[] {
  const judged = trials
    .map(({ scores, right }) => {
      const chances = softmax(scores, temperature);
      const top = Math.max(...chances.slice(1));
      return { chance: top, right: chances.lastIndexOf(top) === right ? 1 : 0 };
    })
    .sort((a, b) => a.chance - b.chance);
  const pooled: { n: number; chance: number; right: number }[] = [];
  for (let from = 0; from < judged.length; from += blockOfTrials) {
    const block = judged.slice(from, from + blockOfTrials);
    let one = { n: block.length, chance: meanOf(block, 'chance'), right: meanOf(block, 'right') };
    for (let last = pooled.at(-1); last && last.right >= one.right; last = pooled.at(-1)) {
      const n = last.n + one.n;
      const both = (name: 'chance' | 'right') => (last[name] * last.n + one[name] * one.n) / n;
      pooled.pop();
      one = { n, chance: both('chance'), right: both('right') };
    }
    pooled.push(one);
  }
  // as if two more trials had gone one this way and one that (Laplace): nothing is certain
  return pooled.map(({ n, chance, right }) => ({ chance, right: (right * n + 1) / (n + 2) }));
}

const meanOf = (of: readonly Record<'chance' | 'right', number>[], name: 'chance' | 'right') =>
  of.reduce((sum, one) => sum + one[name], 0) / of.length;

function qualityOf(
  trials: readonly Trial[],
  caution: Caution,
  subPlans: readonly NamedSubPlan[],
): Quality {
  const fits = trials.filter(({ right }) => right > 0);
  const fitNone = trials.filter(({ right }) => right === 0);
  const first = (trial: Trial) => (isSaid(trial, caution) ? rankedOf(trial)[0] : undefined);
  const isRight = (trial: Trial) => first(trial) === trial.right;
  const share = (of: readonly Trial[], which: (trial: Trial) => boolean) =>
    of.length === 0 ? null : shareOf(of, which);
  return {
    n: trials.length,
    fitNone: fitNone.length,
    top1: share(fits, isRight),
    top3: share(
      fits,
      (one) => isSaid(one, caution) && rankedOf(one).slice(0, 3).includes(one.right),
    ),
    silent: share(fits, (one) => !isSaid(one, caution)),
    forced: share(fitNone, (one) => isSaid(one, caution)),
    calibration: calibrationOf(
      trials.filter((one) => isSaid(one, caution)),
      caution,
    ),
    subPlans: subPlans.map(({ id }, i) => ({
      subPlan: id,
      n: fits.filter(({ right }) => right === i + 1).length,
      found: fits.filter((one) => one.right === i + 1 && isRight(one)).length,
      suggested: trials.filter((one) => first(one) === i + 1).length,
    })),
    respondents: (['agency', 'citizen'] as const).flatMap((respondent) => {
      const theirs = fits.filter(({ confirmed }) => confirmed.respondent === respondent);
      if (theirs.length === 0) return [];
      return [{ respondent, n: theirs.length, top1: shareOf(theirs, isRight) }];
    }),
  };
}

function calibrationOf(said: readonly Trial[], caution: Caution): CalibrationBin[] {
  const judged = said.map((trial) => {
    const which = rankedOf(trial)[0] ?? 0;
    return {
      chance: believedChances(trial.scores, caution)[which] ?? 0,
      right: which === trial.right,
    };
  });
  return Array.from({ length: 10 }, (_, i) => {
    const [from, to] = [i / 10, (i + 1) / 10];
    const here = judged.filter(
      ({ chance }) => chance >= from && (chance < to || (i === 9 && chance <= 1)),
    );
    const mean = (sum: number) => (here.length === 0 ? null : sum / here.length);
    return {
      from,
      to,
      n: here.length,
      said: mean(here.reduce((sum, { chance }) => sum + chance, 0)),
      right: mean(here.filter(({ right }) => right).length),
    };
  });
}

function isSaid({ scores }: Trial, caution: Caution): boolean {
  const [fitsNone = 1, ...chances] = believedChances(scores, caution);
  return saysSomething(Math.max(...chances), fitsNone, caution);
}

/** Classes of sub-plans, the likeliest first. */
const rankedOf = ({ scores }: Trial): number[] =>
  scores
    .map((score, which) => ({ score, which }))
    .slice(1)
    .sort((a, b) => b.score - a.score)
    .map(({ which }) => which);

const shareOf = (of: readonly Trial[], which: (trial: Trial) => boolean): number =>
  of.filter(which).length / of.length;
