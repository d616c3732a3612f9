// What suggests sub-plans for a round in this process: at first their own words, then what was confirmed, learned beside everything
// else in turns of milliseconds, again and again while somebody asks.
import type { NamedSubPlan } from '../../shared/plan/suggestion-model.ts';
import { type Learned, learnInSteps } from '../../shared/plan/suggestion-quality.ts';
import type { SubPlan } from '../../shared/survey/definition.ts';
import { allNames } from '../../shared/text/names.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { confirmedLinks } from './confirmed-links.ts';

type Learning = Pick<Context, 'db' | 'facts' | 'log' | 'stopping'>;

interface Round {
  readonly id: string;
  readonly subPlans: readonly SubPlan[];
}

interface Known {
  learned: Learned;
  readonly named: readonly NamedSubPlan[];
  /** when it learns again, of `performance.now()` */
  again: number;
  learning: boolean;
}

export interface Suggesting {
  readonly learned: Learned;
  readonly named: readonly NamedSubPlan[];
  /** more is being learned at the moment */
  readonly learning: boolean;
}

/** it rests so many times as long as learning took, and at least a second */
const restFactor = 20;
const leastRestMs = 1000;
/** shorter than usual: a page of the workbench waits for several turns, and is asked for while this goes on */
const turnMs = 2;
const byFacts = new WeakMap<Context['facts'], Map<string, Known>>();

/** At once; what it lacks is learned meanwhile. */
export function suggestingFor(context: Learning, round: Round): Suggesting {
  const all = byFacts.get(context.facts) ?? new Map<string, Known>();
  byFacts.set(context.facts, all);
  const named = namedOf(round.subPlans);
  const key = JSON.stringify([round.id, named]);
  const known = all.get(key) ?? {
    learned: fromWords(named),
    named,
    again: 0,
    learning: false,
  };
  all.set(key, known);
  if (!known.learning && performance.now() >= known.again) void learn(context, round.id, known);
  return known;
}

/** One that nobody has named, or that is retired, is not suggested. */
function namedOf(subPlans: readonly SubPlan[]): NamedSubPlan[] {
  return subPlans
    .filter((one) => one.state === 'active' && allNames(one).some((name) => name !== ''))
    .map((one) => ({
      id: one.id,
      strategy: one.strategy,
      words: [...allNames(one), ...one.words].filter((word) => word !== ''),
    }));
}

function fromWords(named: readonly NamedSubPlan[]): Learned {
  const steps = learnInSteps(named, []);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

async function learn(context: Learning, survey: string, known: Known): Promise<void> {
  known.learning = true;
  const began = performance.now();
  try {
    const confirmed = await confirmedLinks(context, survey);
    const turn = new Turn(turnMs);
    const steps = learnInSteps(known.named, confirmed);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        known.learned = step.value;
        break;
      }
      await turn.giveWay();
      if (context.stopping.aborted) return;
    }
  } catch (err) {
    context.log.warn({ err }, 'nothing could be learned from links yet');
  } finally {
    known.learning = false;
    const now = performance.now();
    known.again = now + Math.max(leastRestMs, (now - began) * restFactor);
  }
}
