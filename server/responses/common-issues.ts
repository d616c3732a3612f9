// What many in a district have said already, to whoever is about to write it down once more. The facts know what came lately from the
// province in their scope, the documents say from which district; how much is looked through is bounded.
import type { CommonIssue, CommonIssues } from '../../shared/api/responses.ts';
import { AlikeGroups } from '../../shared/text/alike.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { inScope } from './read-responses.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const atOnce = 500;
const mostLookedThrough = 2000;
/** what fewer have said could be somebody's own words */
const leastResponses = 5;
const mostShown = 40;

const looked = { place: 1, issues: 1, erasedAt: 1 } as const;
type Looked = Pick<StoredResponse, '_id' | keyof typeof looked>;

export interface Where {
  readonly survey: string;
  readonly province: string;
  readonly district: string;
}

/** Said by most first. @throws not-found, not-ready */
export async function commonIssues(
  { survey: surveyId, province, district }: Where,
  { context, scope }: Pick<Call, 'context' | 'scope'>,
): Promise<CommonIssues> {
  const survey = await readSurvey(context, surveyId);
  const { facts, db } = context;
  if (!facts.ready) throw problem('not-ready', { detail: 'The responses are being counted.' });
  const status = ['received', 'endorsed', 'pending', 'approved'] as const;
  const question = { survey: survey.id, filters: { status, province: [province] }, scope };
  const said = new SaidTogether();
  let after: string | null = null;
  for (let count = 0; count < mostLookedThrough; count += atOnce) {
    const page: ReturnType<typeof facts.find> = facts.find(question, { limit: atOnce, after });
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: page.ids }, ...inScope(scope) }, looked)
      .lean<Looked[]>();
    for (const one of found) if (one.place.district === district && !one.erasedAt) said.add(one);
    after = page.next;
    if (after === null) break;
  }
  return { items: said.common(), next: null };
}

interface Group {
  readonly responses: Set<string>;
  /** how often each wording, and each strategy, came */
  readonly titles: Map<string, number>;
  readonly strategies: Map<CommonIssue['strategy'], number>;
}

class SaidTogether {
  readonly #alike = new AlikeGroups();
  readonly #groups: Group[] = [];

  add({ _id, issues }: Looked): void {
    for (const { title, strategy } of issues) {
      if (!title) continue;
      const number = this.#alike.add(title);
      this.#groups[number] ??= { responses: new Set(), titles: new Map(), strategies: new Map() };
      const { responses, titles, strategies } = this.#groups[number];
      responses.add(_id);
      titles.set(title, (titles.get(title) ?? 0) + 1);
      strategies.set(strategy, (strategies.get(strategy) ?? 0) + 1);
    }
  }

  common(): CommonIssue[] {
    return this.#groups
      .filter(({ responses }) => responses.size >= leastResponses)
      .sort((a, b) => b.responses.size - a.responses.size)
      .slice(0, mostShown)
      .map(({ responses, titles, strategies }) => ({
        title: mostOf(titles),
        strategy: mostOf(strategies),
        responses: responses.size,
      }));
  }
}

/** Of several that came as often, the one that came first: the newest. */
function mostOf<T>(counts: ReadonlyMap<T, number>): T {
  const [[most] = noneCounted()] = [...counts].sort(([, a], [, b]) => b - a);
  return most;
}

function noneCounted(): never {
  throw new Error('a group has what was added to it');
}
