// `npm run check [-- --quiet]`: recounts and compares everything in the configured database, also beside the server that uses it.
// Writes nothing. Ends with 0 when all is well, with 1 when something differs, each difference on a line of its own.
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { collections } from '../models.ts';
import { startFailure } from '../start-failure.ts';
import { checkEverythingStored } from './check-stored.ts';

/** more of them say nothing new */
const shown = 100;

const { values } = parseArgs({ options: { quiet: { type: 'boolean', default: false } } });
const config = readConfig(process.env);
const where = config.mongodbUri?.replace(/\/\/[^@/]*@/, '//') ?? config.dataDir;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const db = await openDatabase({ ...config, readOnly: true }, collections);
  const progress = (line: string) => values.quiet || process.stderr.write(`${line}\n`);
  let differences = 0;
  try {
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
