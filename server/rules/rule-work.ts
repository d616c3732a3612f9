// What rules have to do, by one process at a time: everything once when a rule was switched, or when this process has taken the work over,
// and from then on what changes, as the facts hear of it. Nothing of it is remembered on disk but which version of a rule is done: who
// takes over looks at everything again, and what is as it is to be costs a read.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { idsForRules } from '../facts/rows-of-rules.ts';
import type { WorkLease } from '../leases/leases.ts';
import { hearLinks } from '../links/hear-links.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { judgeResponses, type RuleAtWork } from './judge-responses.ts';
import { everyRule, toRuleAtWork, type WorkedRule } from './read-rules.ts';
import { storedRules } from './rule.model.ts';

export type RuleWorking = Pick<Context, 'db' | 'facts' | 'now' | 'leases' | 'stopping'>;

const responsesAtOnce = 100;
/** more that has changed costs more to remember than to look for */
const mostRemembered = 50_000;
const refreshMs = 500;
const progressMs = 1000;
/** between two parts it rests as long as the last one took: half of the time is others' */
const longestRestMs = 50;

interface Known {
  readonly stored: WorkedRule;
  readonly atWork: RuleAtWork;
  /** differs when everything is to be looked at again */
  readonly mark: string;
}

export class RuleWork {
  readonly #context: RuleWorking;
  readonly #mostChanged: number;
  #lease: WorkLease | undefined;
  #rules: readonly Known[] = [];
  #readAt = 0;
  /** marks of rules for which this process has looked at everything */
  readonly #done = new Map<string, string>();
  readonly #changed = new Set<string>();
  /** how often everything was to be looked at again */
  #beginnings = 0;
  #isWriting = false;

  constructor(context: RuleWorking, mostChanged = mostRemembered) {
    this.#context = context;
    this.#mostChanged = mostChanged;
  }

  /** Hears of each response that changes, or is linked, by whoever. */
  hear(response: string): void {
    if (this.#lease && !this.#isWriting) this.#changed.add(response);
    if (this.#changed.size > this.#mostChanged) this.#beginAnew();
  }

  /** Does what there is to do; comes back when that is nothing, another process is at it, or the server stops. */
  async look(): Promise<void> {
    await this.#read();
    const isNeeded = ({ stored }: Known) =>
      stored.state === 'on' || stored.settledVersion !== stored.version;
    if (!this.#rules.some(isNeeded)) return await this.leave();
    if (!(await this.#own())) return;
    while (this.#isGoing) {
      if (this.#changed.size > 0) await this.#judgeChanged();
      else if (this.#due().length > 0) await this.#judgeAll(this.#due());
      else return;
    }
  }

  /** Whoever watches may go on. */
  async leave(): Promise<void> {
    const lease = this.#lease;
    this.#lease = undefined;
    this.#beginAnew();
    await lease?.release();
  }

  get #isGoing(): boolean {
    return this.#context.facts.ready && !this.#context.stopping.aborted;
  }

  #beginAnew(): void {
    this.#beginnings++;
    this.#changed.clear();
    this.#done.clear();
  }

  async #own(): Promise<boolean> {
    const { leases, db } = this.#context;
    const isAlone = db.engine === 'embedded';
    this.#lease ??= await leases.takeOrTakeOver('rules', randomUUID(), isAlone);
    return this.#lease !== undefined;
  }

  async #read(): Promise<void> {
    const stored = await everyRule(this.#context);
    const known = stored.map(async (one) => {
      const { subPlans } = await readSurvey(this.#context, one.survey).catch(() => noSubPlans);
      const atWork = toRuleAtWork(one, subPlans);
      return { stored: one, atWork, mark: `${one.version} ${atWork.rests}` };
    });
    this.#rules = await Promise.all(known);
    this.#readAt = performance.now();
  }

  /** Of one round. */
  #due(): readonly Known[] {
    const due = this.#rules.filter(({ stored, mark }) => this.#done.get(stored._id) !== mark);
    return due.filter(({ stored }) => stored.survey === due[0]?.stored.survey);
  }

  async #judgeAll(due: readonly Known[]): Promise<void> {
    const { facts } = this.#context;
    const beginning = this.#beginnings;
    const rules = due.map(({ stored: { _id: id, state, survey, scope, filters } }) => {
      return { id, survey, scope, filters, isOn: state === 'on' };
    });
    const loose = facts.links.looseByRules(new Set(rules.map(({ id }) => id)));
    const ids = await idsForRules(() => facts.columns, rules);
    const of = ids.length + loose.length;
    let [done, saidAt] = [0, performance.now()];
    for (const part of both(ids.inParts(responsesAtOnce), inParts(loose))) {
      if (!this.#isGoing || this.#beginnings !== beginning) return;
      // what comes meanwhile is not kept waiting
      await this.#judgeChanged();
      await this.#judge(part);
      done += part.length;
      if (performance.now() - saidAt < progressMs) continue;
      await this.#say(due, { progress: { done, of } });
      saidAt = performance.now();
    }
    // what was to be remembered is forgotten: all of it is looked at once more
    if (this.#beginnings !== beginning) return;
    for (const { stored, mark } of due) this.#done.set(stored._id, mark);
    await this.#say(due, { progress: null });
    this.#readAt = 0;
  }

  /** Of rules that somebody has changed meanwhile nothing is said. */
  async #say(due: readonly Known[], set: { readonly progress: object | null }): Promise<void> {
    const model = this.#context.db.model(storedRules);
    for (const { stored } of due) {
      const { _id, version, settledVersion } = stored;
      if (settledVersion === version) continue;
      const settled = set.progress === null ? { settledVersion: version } : {};
      await model.updateOne({ _id, version }, { $set: { ...set, ...settled } });
    }
  }

  async #judgeChanged(): Promise<void> {
    const part: string[] = [];
    for (const id of this.#changed) {
      if (part.length === responsesAtOnce) break;
      part.push(id);
      this.#changed.delete(id);
    }
    if (part.length === 0) return;
    try {
      await this.#judge(part);
    } catch (error) {
      for (const id of part) this.#changed.add(id);
      throw error;
    }
  }

  async #judge(ids: readonly string[]): Promise<void> {
    if (performance.now() - this.#readAt > refreshMs) await this.#read();
    const began = performance.now();
    const on = this.#rules.filter(({ stored }) => stored.state === 'on');
    const rules = on.map(({ atWork }) => atWork);
    await judgeResponses(this.#context, rules, ids, (after) => {
      // its own writing is no news
      this.#isWriting = true;
      hearLinks(this.#context, after);
      this.#isWriting = false;
    });
    await wait(Math.min(performance.now() - began, longestRestMs));
  }
}

const noSubPlans = { subPlans: [] };

function* both<T>(one: Iterable<T>, other: Iterable<T>): Generator<T> {
  yield* one;
  yield* other;
}

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += responsesAtOnce)
    yield ids.slice(at, at + responsesAtOnce);
}
