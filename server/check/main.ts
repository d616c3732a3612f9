// `npm run check [-- --quiet]`: recounts and compares everything in the configured database, also beside the server that uses it.
// `npm run check -- --backup FILE`: a backup instead, every count and digest of it. Writes nothing. Ends with 0 when all is well, with 1 when something differs, each difference on a line of its own.
import { resolve } from 'node:path';
import { readCommandLine } from '../command-line.ts';
import { readPlace } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { nameOfPlace } from '../db/whole/source.ts';
import { refuseEarlierDocuments } from '../format.ts';
import { verifyArchive } from '../keeping/read-archive.ts';
import { countedNowAndThen } from '../keeping/sum.ts';
import { collections } from '../models.ts';
import { startFailure } from '../start-failure.ts';
import { checkEverythingStored } from './check-stored.ts';

/** more of them say nothing new */
const shown = 100;

const { values } = readCommandLine('npm run check -- [--backup FILE] [--quiet]', {
  options: { quiet: { type: 'boolean', default: false }, backup: { type: 'string' } },
});
const place = readPlace(process.env);
const where = nameOfPlace(place);
const say = (line: string) => process.stdout.write(`${line}\n`);

const progress = (line: string) => values.quiet || process.stderr.write(`${line}\n`);

async function run(): Promise<number> {
  return values.backup === undefined ? await checkDatabase() : await checkBackup(values.backup);
}

async function checkBackup(given: string): Promise<number> {
  const file = resolve(process.env.INIT_CWD ?? '.', given);
  const { at, collections: sums, lacking } = await verifyArchive(file, countedNowAndThen(progress));
  for (const one of lacking) say(`not in it: ${one}`);
  const responses = sums.responses?.documents ?? 0;
  say(`${file} of ${at}: ${responses} responses, every count and digest as written: all is well.`);
  return 0;
}

async function checkDatabase(): Promise<number> {
  const db = await openDatabase({ ...place, readOnly: true }, collections);
  let differences = 0;
  try {
    await refuseEarlierDocuments(db);
    const summary = await checkEverythingStored(db, progress, (difference) => {
      differences += 1;
      if (differences <= shown) say(difference);
    });
    if (differences > shown) say(`… and ${differences - shown} more.`);
    say(`${summary}: ${differences === 0 ? 'all is well.' : `${differences} differences.`}`);
  } finally {
    await db.close();
  }
  return differences === 0 ? 0 : 1;
}

process.exitCode = await run().catch((error: unknown) => {
  const reason = startFailure(error, where);
  if (reason === undefined) throw error;
  process.stderr.write(`Nothing could be checked: ${reason}\n`);
  return 1;
});
