// A large database of the first release is carried over, and killed while it is: begun again, it comes to the same as if nobody had.
// CRASH_ROUNDS says how often it is killed in the middle (3; `npm run crash` does 24).
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openConnection, openDatabase } from '../../server/db/open-database.ts';
import { carryDocumentsOver } from '../../server/format.ts';
import { collections } from '../../server/models.ts';
import { documentsIn } from '../support/filled-folder.ts';
import { unpack } from '../support/format-fixtures.ts';
import { startServer } from '../support/server-process.ts';

const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000);
const responses = 50_000;
const wholly = 'The database was carried over to format 2';
const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

describe(`An upgrade of ${responses} responses, killed ${rounds} times, CRASH_SEED=${seed}`, function () {
  this.timeout(600_000);
  const folder = unpack('2026-11-23-2342-first-release');
  const untouched = `${folder}-untouched`;
  after(() => {
    for (const one of [folder, untouched]) rmSync(one, { recursive: true, force: true });
  });

  before(async () => {
    await multiply(folder);
    cpSync(folder, untouched, { recursive: true });
  });

  it('comes to the same as one that nobody killed', async () => {
    let inTheMiddle = 0;
    for (let at = 0; inTheMiddle < rounds && at < 4 * rounds; at++) {
      const said = await startAndKill((seed * 7919 + at * 104_729) % 900);
      if (said.includes('is listening') || said.includes(wholly)) break;
      if (/over to format 2 .*looked at, [1-9]/.test(said)) inTheMiddle++;
    }
    expect(inTheMiddle, 'killed in the middle').to.be.greaterThan(0);
    const server = await startServer({ DATA_DIR: folder });
    await server.stop();

    const db = await openDatabase({ dataDir: untouched }, collections);
    const stopping = new AbortController().signal;
    await carryDocumentsOver(db, { say: () => undefined, stopping });
    const expected = await documentsIn(db);
    await db.close();
    const again = await openDatabase({ dataDir: folder }, collections);
    // a start also adds the offices that every database has, and a stop in order the mark of the figures that it kept
    const found = new Map(await documentsIn(again));
    await again.close();
    for (const id of found.keys())
      if (id.startsWith('offices ') || id === 'settings facts-kept') found.delete(id);

    const ids = (documents: Iterable<string>) => [...documents].sort();
    expect(found.size).to.be.greaterThan(responses);
    expect(
      ids(found.keys()).filter((id) => !expected.has(id)),
      'added',
    ).to.deep.equal([]);
    expect(
      ids(expected.keys()).filter((id) => !found.has(id)),
      'missing',
    ).to.deep.equal([]);
    const differing = [...expected].filter(([id, text]) => found.get(id) !== text);
    expect(differing.slice(0, 3)).to.deep.equal([]);
  });

  /** Some time after it has said that it carries over; where it comes to an end by itself, there is nothing to kill. */
  async function startAndKill(afterMs: number): Promise<string> {
    const env = { ...process.env, MONGODB_URI: undefined, PORT: '0', DATA_DIR: folder };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve) => child.once('close', resolve));
    let said = '';
    await new Promise<void>((resolve) => {
      const hear = (part: Buffer) => {
        said += part.toString();
        if (said.includes('is listening')) resolve();
        if (said.includes('Carrying the database over')) setTimeout(resolve, afterMs);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    child.kill('SIGKILL');
    await ended;
    return said;
  }
});

/** The same responses again and again, each time under other ids. */
async function multiply(dataDir: string): Promise<void> {
  const { connection, close } = await openConnection({ dataDir });
  const stored = connection.collection('responses');
  const documents = await stored.find({}).toArray();
  for (let made = documents.length; made < responses; made += documents.length) {
    const copies = documents.map((document, at) => ({
      ...document,
      _id: `00000001-0000-4000-8000-${String(made + at).padStart(12, '0')}`,
      // of no batch: its counts would no longer be those of its rows
      ...{ batch: null, row: null, line: null },
    }));
    await stored.insertMany(copies as never);
  }
  await close();
}
