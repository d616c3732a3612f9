// A DATA_DIR whose survey has one question of each kind of its own, before a server starts on it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/db/open-database.ts';
import { markAsFilled } from '../../server/demonstration-mark.ts';
import { collections } from '../../server/models.ts';
import { firstSurvey } from '../../server/surveys/demonstration-survey.ts';
import { oneOfEachKind } from './extra-questions.ts';

/** The survey 2569 with them, without invented responses. The folder is the caller's to remove. */
export async function folderWithOwnQuestions(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rabfang-own-questions-'));
  const db = await openDatabase({ dataDir }, collections);
  const questions = [...firstSurvey.questions, ...oneOfEachKind];
  await db.model(collections.surveys).collection.insertOne({ ...firstSurvey, questions } as never);
  await markAsFilled(db);
  await db.close();
  return dataDir;
}
