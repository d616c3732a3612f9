// `npm run audit -- verify [--seen NUMBER:DIGEST]`: whether the record of who did what is as it was written, also beside the server that
// uses the database. Writes nothing. Ends with 0 when all is well, with 1 when an entry was changed or is missing, and names the first.
import { type SeenEntry, verifyAudit } from '../audit/verify.ts';
import { readCommandLine, refuseCommandLine } from '../command-line.ts';
import { readPlace } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { nameOfPlace } from '../db/whole/source.ts';
import { refuseEarlierDocuments } from '../format.ts';
import { collections } from '../models.ts';
import { startFailure } from '../start-failure.ts';

const usage = 'npm run audit -- verify [--seen NUMBER:DIGEST]';
const say = (line: string) => process.stdout.write(`${line}\n`);

function readSeen(text: string | undefined): SeenEntry | undefined {
  if (text === undefined) return undefined;
  const [, no, digest] = /^([1-9]\d{0,11}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!no || !digest) refuseCommandLine(usage, '--seen takes what an earlier run said.');
  return { no: Number(no), digest };
}

function readSeenOfCommand(): SeenEntry | undefined {
  const { values, positionals } = readCommandLine(usage, {
    allowPositionals: true,
    options: { seen: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'verify') refuseCommandLine(usage);
  return readSeen(values.seen);
}

async function verify(seen: SeenEntry | undefined): Promise<number> {
  const db = await openDatabase({ ...readPlace(process.env), readOnly: true }, collections);
  try {
    await refuseEarlierDocuments(db);
    const { entries, digest, fault } = await verifyAudit(db, seen);
    say(fault ? `${fault}.` : `${entries} entries, each as it was written: all is well.`);
    if (!fault && entries > 0)
      say(`Keep this elsewhere, and give it next time: --seen ${entries}:${digest}`);
    return fault ? 1 : 0;
  } finally {
    await db.close();
  }
}

async function run(): Promise<number> {
  try {
    return await verify(readSeenOfCommand());
  } catch (error) {
    const reason = startFailure(error, nameOfPlace(readPlace(process.env)));
    if (reason === undefined) throw error;
    process.stderr.write(`Nothing could be verified: ${reason}\n`);
    return 1;
  }
}

process.exitCode = await run();
