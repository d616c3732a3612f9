// `npm run backup -- FILE`, `npm run restore -- FILE [--to PLACE] [--anew]`, `npm run move -- --to PLACE [--anew]`, all with
// `--quiet` for no progress. Ends with 0 when everything is there and was compared, else with 1 and a sentence that says why not.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCommandLine, refuseCommandLine } from '../command-line.ts';
import { readPlace } from '../config.ts';
import { nameOfPlace, type Place } from '../db/whole/source.ts';
import { startFailure } from '../start-failure.ts';
import type { CollectionSums } from './archive.ts';
import { backUp } from './backup.ts';
import { move } from './move.ts';
import { restore } from './restore.ts';
import { countedNowAndThen } from './sum.ts';

/** a log that has grown by less is nothing to speak of */
const spokenOf = 64 * 1024 * 1024;

const usages: Readonly<Record<string, string>> = {
  backup: 'npm run backup -- FILE [--quiet]',
  restore: 'npm run restore -- FILE [--to DIR or mongodb://…] [--anew] [--quiet]',
  move: 'npm run move -- --to DIR or mongodb://… [--anew] [--quiet]',
};
const failed: Readonly<Record<string, string>> = {
  backup: 'No backup was made',
  restore: 'Not restored',
  move: 'Not moved',
};

const options = {
  to: { type: 'string' },
  anew: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const;
const usage = usages[process.argv[2] ?? ''] ?? Object.values(usages).join('\n       ');
const { values, positionals } = readCommandLine(usage, { allowPositionals: true, options });
const [command = '', ...files] = positionals;
const here = readPlace(process.env);
const there: Place = values.to === undefined ? here : placeNamed(values.to);

/** relative to where the command was typed: npm goes to the folder of the package */
function named(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

function placeNamed(to: string): Place {
  return /^mongodb(\+srv)?:/.test(to)
    ? { mongodbUri: to, dataDir: here.dataDir }
    : { mongodbUri: undefined, dataDir: named(to) };
}

const progress = countedNowAndThen((line) => values.quiet || complain(line));

function say(line: string): void {
  if (!values.quiet) process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function runBackup(file: string): Promise<void> {
  const { manifest, logGrowth } = await backUp(here, file, new Date(), progress);
  for (const lacking of manifest.lacking) complain(`Not in the backup: ${lacking}.`);
  const size = megabytes(statSync(file).size);
  say(`${file}: ${countsOf(manifest.collections)}; ${size}, read back and whole.`);
  if (logGrowth > spokenOf)
    say(
      `The log beside the database grew by ${megabytes(logGrowth)} meanwhile; the server takes that back.`,
    );
}

async function runRestore(file: string): Promise<void> {
  const { anew } = values;
  const manifest = await restore({ file, to: there, anew }, progress);
  for (const lacking of manifest.lacking) complain(`Was not in the backup: ${lacking}.`);
  say(
    `${nameOfPlace(there)} is as it was at ${manifest.at}: ${countsOf(manifest.collections)}; compared and equal.`,
  );
}

async function runMove(): Promise<void> {
  const { sums, lacking } = await move({ from: here, to: there, anew: values.anew }, progress);
  for (const one of lacking) complain(`Not moved: ${one}.`);
  const variable = there.mongodbUri === undefined ? 'DATA_DIR' : 'MONGODB_URI';
  say(
    `Everything of ${nameOfPlace(here)} is in ${nameOfPlace(there)}: ${countsOf(sums)}; compared and equal.`,
  );
  say(`Start with ${variable}=${nameOfPlace(there)} from now on. The old one was only read.`);
  if (here.mongodbUri !== undefined)
    say('What a Rabfang still stores on the old one is not here: none may run there any more.');
}

function countsOf(sums: CollectionSums): string {
  const full = Object.entries(sums).filter(([, { documents }]) => documents > 0);
  return full
    .map(([name, { documents }]) => `${documents.toLocaleString('en')} ${name}`)
    .join(', ');
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function run(): Promise<void> {
  const [file] = files;
  const given = `${command} ${files.length}`;
  if (given === 'backup 1' && file !== undefined && values.to === undefined)
    return await runBackup(named(file));
  if (given === 'restore 1' && file !== undefined) return await runRestore(named(file));
  if (given === 'move 0' && there !== here) return await runMove();
  process.off('exit', endedEarly);
  refuseCommandLine(usage);
}

// Node ends in silence when nothing is left that could come: that is no success
const endedEarly = () =>
  complain(`${failed[command] ?? command}: it ended before it was done. Run it again.`);
process.once('exit', endedEarly);
await run().catch((error: unknown) => {
  const places = new Set([here, there].map(nameOfPlace));
  const reason = startFailure(error, [...places].join(' or '));
  if (reason === undefined) throw error;
  process.exitCode = 1;
  complain(`${failed[command] ?? command}: ${reason}`);
});
process.off('exit', endedEarly);
