// What people have confirmed of a round, as suggestions learn from it: the words of each issue and its sub-plan.
import type { Confirmed } from '../../shared/plan/suggestion-model.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { type StoredIssueLinks, storedLinks } from './link.model.ts';

type Read = Pick<StoredIssueLinks, 'survey' | 'response' | 'issue' | 'links' | 'changedAt'>;

const fields = {
  survey: 1,
  response: 1,
  issue: 1,
  changedAt: 1,
  'links.subPlan': 1,
  'links.how': 1,
} as const;
/** the last ones: more teach little, and learning takes its time */
const most = 6000;
const batchSize = 1000;

/** Those of the last links; what a rule has linked and nobody confirmed teaches nothing. */
export async function confirmedLinks(
  context: Pick<Context, 'db' | 'facts'>,
  survey: string,
): Promise<Confirmed[]> {
  const last = await lastLinksOf(context, survey);
  const byResponse = new Map<string, Read[]>();
  for (const one of last)
    byResponse.set(one.response, [...(byResponse.get(one.response) ?? []), one]);
  const confirmed: Confirmed[] = [];
  const reader = responsesIn({ kind: 'all' }, context);
  for await (const { _id, issues, respondent, erasedAt } of reader.each([...byResponse.keys()])) {
    if (erasedAt) continue;
    for (const { issue: id, links } of byResponse.get(_id) ?? []) {
      const issue = issues.find((one) => one.id === id);
      const said = links.find(({ subPlan, how }) => subPlan !== null && how !== 'rule');
      if (!issue || !said) continue;
      const { title, detail, strategy } = issue;
      const subPlan = said.subPlan === 'none' ? null : said.subPlan;
      confirmed.push({ title, detail, strategy, respondent: respondent.type, subPlan });
    }
  }
  return confirmed;
}

/** Of all that there are no more than twice as many are held at a time. */
async function lastLinksOf({ db }: Pick<Context, 'db'>, survey: string): Promise<Read[]> {
  let found: Read[] = [];
  const cursor = db.model(storedLinks).collection.find({}, { projection: fields, batchSize });
  const turn = new Turn();
  try {
    // what is asked for are these fields
    while (await cursor.hasNext()) {
      for (const one of cursor.readBufferedDocuments() as unknown as Read[])
        if (one.survey === survey && one.links.some(({ subPlan }) => subPlan)) found.push(one);
      if (found.length > 2 * most) found = newest(found);
      await turn.giveWay();
    }
  } finally {
    await cursor.close();
  }
  return newest(found);
}

const newest = (links: Read[]): Read[] =>
  links.sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime()).slice(0, most);
