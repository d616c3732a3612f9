// The demonstration's round of the year before: fewer responses, each decided on, in a round that is closed.
import type { NewDecision } from '../shared/api/responses.ts';
import type { Context } from './context.ts';
import { fill } from './fill-survey.ts';
import { type Invention, inventedEntries } from './invented-entries.ts';
import { decide } from './review/decide.ts';
import { addEarlierSurvey, earlierSurvey } from './surveys/demonstration-survey.ts';

const lastDay = '2025-09-30';
/** from the first of March */
const days = 214;
const invented = { responses: 240, seed: 2568, until: lastDay, days };

const reviewer = {
  username: 'admin',
  name: 'admin',
  role: 'administrator',
  office: 'national',
  scope: { kind: 'all' },
} as const;

/** Begun again it adds what is missing: ids and decisions are made from the seed. */
export async function fillEarlierRound(context: Context): Promise<void> {
  await addEarlierSurvey(context.db);
  const survey = earlierSurvey._id;
  const ids: string[] = [];
  await fill(at(context, `${lastDay}T05:00:00.000Z`), { survey, ...invented }, { invent });
  const reviewing = at(context, '2025-10-10T03:00:00.000Z');
  if (!context.stopping.aborted)
    await Promise.all(ids.map((id) => decide(reviewing, { survey, id }, decisionOn(id), reviewer)));

  function* invent(invention: Invention) {
    for (const part of inventedEntries(invention)) {
      ids.push(...part.map(({ id }) => id));
      yield part;
    }
  }
}

const at = (context: Context, instant: string): Context => ({
  ...context,
  now: () => new Date(instant),
});

/** Of sixteen one is rejected and one sent back, which nobody mended in time. */
function decisionOn(id: string): NewDecision {
  const last = id.at(-1);
  if (last === 'f') return { id, decision: 'rejected', reason: 'ซ้ำกับชุดที่ส่งก่อนหน้า' };
  if (last === 'e') return { id, decision: 'returned', reason: 'ไม่มีรายละเอียดพอให้ดำเนินการ' };
  return { id, decision: 'approved' };
}
