// The demonstration survey, and the first one of a fresh installation.
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

/** Adds the first survey when the database has none. */
export async function addFirstSurvey(db: Database): Promise<void> {
  if (await db.model(storedSurveys).findOne({}, { _id: 1 }).lean()) return;
  try {
    await db.model(storedSurveys).collection.insertOne(firstSurvey as never);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error; // another process was first
  }
}
