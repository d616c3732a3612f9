// The demonstration survey, and the first one of a fresh installation.
import type { SubPlan } from '../../shared/survey/definition.ts';
import { hasSubPlans } from '../../shared/survey/named-sub-plans.ts';
import { newRound } from '../../shared/survey/new-round.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';

export const firstSurvey: StoredSurvey = {
  _id: '2569',
  version: 1,
  state: 'open',
  stateReason: null,
  revision: 1,
  ...newRound({
    nameTh: 'การสำรวจปัญหาด้านดิจิทัล รอบปี 2569',
    nameEn: 'Survey of digital problems, round 2026',
  }),
};

/** Of a demonstration: the round of the year before, closed after its last day, and reviewed. */
export const earlierSurvey: StoredSurvey = {
  ...firstSurvey,
  _id: '2568',
  ...newRound({
    nameTh: 'การสำรวจปัญหาด้านดิจิทัล รอบปี 2568',
    nameEn: 'Survey of digital problems, round 2025',
  }),
  opensAt: '2025-02-28T17:00:00.000Z',
  closesAt: '2025-09-30T17:00:00.000Z',
  state: 'closed',
  stateReason: 'เก็บข้อมูลครบตามแผน และตรวจทานแล้ว',
  states: [
    { state: 'open', reason: null, by: 'admin', at: new Date('2025-02-20T03:00:00.000Z') },
    {
      state: 'closed',
      reason: 'เก็บข้อมูลครบตามแผน และตรวจทานแล้ว',
      by: 'admin',
      at: new Date('2025-10-15T03:00:00.000Z'),
    },
  ],
};

/** Adds the round of the year before, once. */
export async function addEarlierSurvey(db: Database): Promise<void> {
  await addOnce(db, earlierSurvey);
}

/** Adds the first survey when the database has none. */
export async function addFirstSurvey(db: Database): Promise<void> {
  if (await db.model(storedSurveys).findOne({}, { _id: 1 }).lean()) return;
  await addOnce(db, firstSurvey);
}

/** Names the sub-plans of the first survey, where nobody has named any and it was never published again. */
export async function nameSubPlans(db: Database, name: (slot: SubPlan) => SubPlan): Promise<void> {
  const asMade = { _id: firstSurvey._id, version: firstSurvey.version };
  const stored = await db.model(storedSurveys).findOne(asMade).lean<StoredSurvey>();
  if (!stored || hasSubPlans(stored.subPlans)) return;
  const subPlans = stored.subPlans.map(name);
  await db.model(storedSurveys).updateOne(asMade, { $set: { subPlans } });
}

async function addOnce(db: Database, survey: StoredSurvey): Promise<void> {
  try {
    await db.model(storedSurveys).collection.insertOne(survey as never);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error; // another process was first
  }
}
