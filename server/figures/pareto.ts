// The topics behind a view: the titles of its newest responses are read from the database, and those that say nearly the same are put
// together. Slower than what the facts count, so what was found is good for half a minute.
import { type ParetoTopics, paretoTopics, type TopicCount } from '../../shared/figures/pareto.ts';
import { passesIssue } from '../../shared/survey/issue-filter.ts';
import { AlikeGroups } from '../../shared/text/alike.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { OneAtATime } from '../http/one-at-a-time.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';

/** responses that are looked through at most */
const mostResponses = 10_000;
const atOnce = 500;
const goodForMs = 30_000;
/** views whose topics are kept */
const mostKept = 16;

interface Kept {
  readonly until: number;
  readonly topics: Promise<ParetoTopics>;
}

/** ten thousand titles in groups are some megabytes: not of a hundred views beside each other */
const line = new OneAtATime();
const keptOf = new WeakMap<Context['facts'], Map<string, Kept>>();

/** Who asks for the same at once waits for one count. @throws not-ready */
export function topicsOf(context: Context, question: FactsQuestion): Promise<ParetoTopics> {
  const { facts } = context;
  const all = keptOf.get(facts) ?? new Map<string, Kept>();
  keptOf.set(facts, all);
  const key = JSON.stringify([question.survey, question.filters, question.scope]);
  const now = context.now().getTime();
  const known = all.get(key);
  if (known !== undefined && now < known.until) return known.topics;
  const topics = line.run(() => countTopics(context, question));
  all.delete(key);
  all.set(key, { until: now + goodForMs, topics });
  for (const first of all.keys()) if (all.size > mostKept) all.delete(first);
  // what failed is asked for again
  topics.catch(() => all.delete(key));
  return topics;
}

async function countTopics(context: Context, question: FactsQuestion): Promise<ParetoTopics> {
  const asOf = context.now().toISOString();
  const topics = new Topics();
  const turn = new Turn();
  let after: string | null = null;
  let of = 0;
  do {
    const page: ReturnType<Context['facts']['find']> = context.facts.find(question, {
      limit: atOnce,
      after,
    });
    of = Math.max(of, page.total);
    for await (const stored of responsesIn(question.scope, context).each(page.ids)) {
      topics.add(stored, question.filters);
      await turn.giveWay();
    }
    after = page.next;
  } while (after !== null && topics.responses < mostResponses);
  return paretoTopics(topics.counted(), { asOf, responses: topics.responses, of });
}

interface Topic {
  readonly titles: Map<string, number>;
  readonly newest: string;
  issues: number;
  responses: number;
  /** of the last response that was added */
  last: string;
}

class Topics {
  responses = 0;
  readonly #alike = new AlikeGroups();
  readonly #topics: Topic[] = [];

  /** Newest first. */
  add({ _id, issues, erasedAt }: StoredResponse, filters: FactsQuestion['filters']): void {
    this.responses += 1;
    if (erasedAt) return;
    for (const issue of issues) {
      if (!issue.title || !passesIssue(issue, filters)) continue;
      const number = this.#alike.add(issue.title);
      this.#topics[number] ??= {
        titles: new Map(),
        newest: _id,
        issues: 0,
        responses: 0,
        last: '',
      };
      const topic = this.#topics[number];
      topic.titles.set(issue.title, (topic.titles.get(issue.title) ?? 0) + 1);
      topic.issues += 1;
      if (topic.last !== _id) topic.responses += 1;
      topic.last = _id;
    }
  }

  counted(): TopicCount[] {
    return this.#topics.map(({ titles, newest, issues, responses }) => {
      const [[title] = ['']] = [...titles].sort(([, a], [, b]) => b - a);
      return { title, issues, responses, newest };
    });
  }
}
