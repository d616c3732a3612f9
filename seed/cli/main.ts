// `npm run seed -- --responses 1000000 [--seed 7] [--survey 2569]`: fills the configured database with invented responses.
import { readCommandLine, refuseCommandLine } from '../../server/command-line.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { markAsSeeded } from '../../server/demonstration-mark.ts';
import { fill } from '../../server/fill-survey.ts';
import { carryDocumentsOver } from '../../server/format.ts';
import { collections } from '../../server/models.ts';
import { addFirstSurvey, firstSurvey } from '../../server/surveys/demonstration-survey.ts';
import { refuseUnfinished } from '../../server/transfers/unfinished.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { inventBeside } from './invent-beside.ts';

const usage = 'npm run seed -- --responses 1000000 [--seed 7] [--survey 2569]';
const { values } = readCommandLine(usage, {
  options: {
    responses: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    survey: { type: 'string', default: firstSurvey._id },
  },
});
const responses = Number(values.responses);
const seed = Number(values.seed);
if (!Number.isInteger(responses) || responses < 1 || !Number.isInteger(seed))
  refuseCommandLine(usage);

const config = readConfig(process.env);
const db = await openDatabase({ ...config, servesNobody: true }, collections);
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
await refuseUnfinished(db)
  .then(() => carryDocumentsOver(db, { say, stopping: stopping.signal }))
  .then(() => markAsSeeded(db))
  .catch((error: Error) => {
    say(`Nothing was filled in: ${error.message}`);
    process.exit(1);
  });
await addFirstSurvey(db);
const started = Date.now();
// nobody reads figures here: what is counted is forgotten at once
const facts = { put: () => undefined, knows: () => true, inDoubt: () => () => undefined };
const context = { db, facts, now: () => new Date(), stopping: stopping.signal };
const progress = (done: number) => {
  if (done % 50_000 !== 0 && done !== responses) return;
  const rate = Math.round(done / ((Date.now() - started) / 1000));
  process.stderr.write(
    `${done.toLocaleString('en')} of ${responses.toLocaleString('en')} responses, ${rate.toLocaleString('en')} a second\n`,
  );
};
await fill(
  context,
  { survey: values.survey, responses, seed, until: bangkokDay(new Date()) },
  { progress, invent: inventBeside },
);
await db.close();
