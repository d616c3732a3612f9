// How people speak of each sub-plan: the words of the newest responses of a view, read from the database, each counted towards the
// sub-plans that its issue counts towards. Kept for a minute: words change slowly, and reading them is work.
import type { Filters } from '../../shared/api/figures.ts';
import type { SaidWords } from '../../shared/api/plan.ts';
import type { Scope } from '../../shared/api/session.ts';
import { countsTowards, noLinks } from '../../shared/plan/issue-links.ts';
import { type SaidAbout, WordsSaid } from '../../shared/plan/said-words.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { passesIssue } from '../../shared/survey/issue-filter.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { OneAtATime } from '../http/one-at-a-time.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';

/** the newest */
const mostResponses = 5000;
const keptMs = 60_000;
const mostKept = 16;

interface Wanted {
  readonly survey: SurveyDefinition;
  readonly filters: Filters;
  readonly scope: Scope;
}

interface Kept {
  readonly until: number;
  readonly words: Promise<SaidWords>;
}

type Reading = Pick<Context, 'db' | 'facts' | 'now'>;

const line = new OneAtATime();
const byFacts = new WeakMap<Context['facts'], Map<string, Kept>>();

/** Who asks for the same at once waits for one reading. @throws not-ready */
export function readSaidWords(context: Reading, wanted: Wanted): Promise<SaidWords> {
  const all = byFacts.get(context.facts) ?? new Map<string, Kept>();
  byFacts.set(context.facts, all);
  const { survey, filters, scope } = wanted;
  const key = JSON.stringify([survey.id, survey.version, filters, scope]);
  const known = all.get(key);
  if (known && performance.now() < known.until) return known.words;
  const words = line.run(() => count(context, wanted));
  all.delete(key);
  all.set(key, { until: performance.now() + keptMs, words });
  for (const oldest of all.keys()) if (all.size > mostKept) all.delete(oldest);
  // what failed is asked for again
  words.catch(() => all.delete(key));
  return words;
}

async function count(context: Reading, { survey, filters, scope }: Wanted): Promise<SaidWords> {
  const asOf = context.now().toISOString();
  const question = { survey: survey.id, filters, scope };
  const { ids, total } = context.facts.find(question, { limit: mostResponses, after: null });
  const words = new WordsSaid();
  const turn = new Turn();
  for await (const response of responsesIn(scope, context).each(ids)) {
    words.add(saidAboutPlan(response, context, filters));
    await turn.giveWay();
  }
  const items = [];
  for (const { id } of survey.subPlans) {
    items.push({ subPlan: id, responses: words.responsesOf(id), words: words.of(id) });
    await turn.giveWay();
  }
  return { asOf, responses: ids.length, of: total, items };
}

function saidAboutPlan(
  { _id, issues, erasedAt }: StoredResponse,
  { facts }: Pick<Context, 'facts'>,
  filters: Filters,
): SaidAbout[] {
  if (erasedAt) return [];
  const links = facts.links.of(_id);
  return issues.flatMap((issue): SaidAbout[] => {
    const set = links.get(issue.id);
    if (!passesIssue({ ...issue, ...(set && { links: set }) }, filters)) return [];
    const texts = [issue.title, issue.detail ?? ''];
    const subPlans = countsTowards(set ?? noLinks, issue.subPlan);
    return (subPlans.length === 0 ? [null] : subPlans).map((subPlan) => ({ subPlan, texts }));
  });
}
