// A filled place, and what operators do with it: backup, restore, move, check, start.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { connectToMongodb } from '../../server/db/open-database.ts';
import { fillFolder } from './filled-folder.ts';
import { mongodPath } from './find-mongod.mjs';
import { type Kind, Places, type TestPlace } from './places.ts';
import { type Ended, runCommand } from './run-command.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { startMongod } from './start-mongod.mjs';

const secret = 'kept and restored with one and the same secret';

export interface Keeping {
  keep(args: readonly string[], place: Pick<TestPlace, 'env'>): Promise<Ended>;
  check(place: TestPlace): Promise<Ended>;
  startOn(place: TestPlace): Promise<ServerProcess>;
  /** what a start on it says instead of starting */
  refusal(place: TestPlace): Promise<string>;
  /** everything of `filled` on an engine */
  filledOn(kind: Kind): Promise<TestPlace>;
  file(name: string): string;
  places(): Places;
  filled(): TestPlace;
}

/** For one suite: places on both engines where there is a MongoDB, and a filled one; inside of tests only. */
export function keeping(responses: number): Keeping {
  let replicaSet: Awaited<ReturnType<typeof startMongod>> | undefined;
  let made: { readonly places: Places; readonly filled: TestPlace } | undefined;
  const now = () => {
    if (made === undefined) throw new Error('nothing is filled yet');
    return made;
  };
  const keep: Keeping['keep'] = (args, { env }) => runCommand('keeping', args, env);
  const startOn: Keeping['startOn'] = ({ env }) =>
    startServer({ ...env, DEMO: 'on', SECRET: secret, LIMITS: 'off' });

  before(async () => {
    const mongod = mongodPath();
    if (mongod) replicaSet = await startMongod(mongod, { replicaSet: true });
    const places = new Places(replicaSet);
    const filled = places.make('embedded');
    made = { places, filled };
    await fillFolder(responses, filled.dataDir);
    await (await startOn(filled)).stop();
  });
  after(async () => {
    made?.places.remove();
    await replicaSet?.stop();
  });

  return {
    keep,
    startOn,
    check: ({ env }) => runCommand('check', ['--quiet'], env),
    refusal: (place) =>
      startOn(place).then(
        async (server) => `it started:\n${await server.kill()}`,
        (error: Error) => error.message,
      ),
    filledOn: async (kind) => {
      const place = now().places.make(kind);
      const { said, code } = await keep(['move', '--to', place.to], now().filled);
      expect(code, said).to.equal(0);
      return place;
    },
    file: (name) => now().places.file(name),
    places: () => now().places,
    filled: () => now().filled,
  };
}

/** Kills it once it has stored some responses and not all. */
export async function killHalfway(
  place: TestPlace,
  of: number,
  child: ChildProcess,
): Promise<void> {
  const count = await counterOf(place);
  const ended = once(child, 'close');
  let there = 0;
  for (let i = 0; i < 5000 && there < 500; i++) {
    await wait(5);
    there = await count.now();
  }
  child.kill('SIGKILL');
  await ended;
  await count.close();
  expect(there, 'it was killed too early or too late').to.be.within(500, of - 1);
}

/** How many responses are stored in a place that somebody else fills. */
async function counterOf(
  place: TestPlace,
): Promise<{ now(): Promise<number>; close(): Promise<void> }> {
  if (place.kind === 'mongodb') {
    const connection = await connectToMongodb(place.mongodbUri ?? '');
    const now = () => connection.collection('responses').countDocuments({});
    return { now, close: () => connection.close() };
  }
  const now = async () => {
    try {
      const sqlite = openSqlite(join(place.dataDir, fileName), { readOnly: true });
      const row = sqlite.prepare('SELECT count(*) AS n FROM responses').get();
      sqlite.close();
      return Number(row?.n);
    } catch {
      return 0; // not there yet
    }
  };
  return { now, close: async () => undefined };
}
