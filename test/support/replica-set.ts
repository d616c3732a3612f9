// A replica set of three real members, to be killed, stopped and brought back in the middle of work.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';

interface Member {
  readonly port: number;
  readonly folder: string;
  process: ChildProcess;
}

export interface ReplicaSet {
  readonly uri: string;
  /** kills the member that may write, by SIGKILL; returns what brings it back */
  killPrimary(): Promise<() => Promise<void>>;
  /** resolves when some member may write */
  primary(): Promise<number>;
  stop(): Promise<void>;
}

export async function startReplicaSet(mongod: string): Promise<ReplicaSet> {
  const members: Member[] = [];
  for (let i = 0; i < 3; i++) {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-member-'));
    const port = await freePort();
    members.push({ port, folder, process: run(mongod, port, folder) });
  }
  await initiate(members);
  const uri = `mongodb://${members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/?replicaSet=rabfang`;
  const primary = () => primaryOf(members);
  await primary();
  return {
    uri,
    primary,
    killPrimary: async () => {
      const port = await primary();
      const member = members.find((one) => one.port === port);
      if (!member) throw new Error(`no member on ${port}`);
      await end(member.process, 'SIGKILL');
      return async () => {
        member.process = run(mongod, member.port, member.folder);
        await hello(member.port, 30_000);
      };
    },
    stop: async () => {
      await Promise.all(members.map((member) => end(member.process, 'SIGKILL')));
      for (const { folder } of members) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(mongod: string, port: number, folder: string): ChildProcess {
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const small = ['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '64', '--quiet'];
  return spawn(mongod, [...args, ...small, '--replSet', 'rabfang'], { stdio: 'ignore' });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function initiate(members: readonly Member[]): Promise<void> {
  await Promise.all(members.map(({ port }) => hello(port, 30_000)));
  const first = members[0]?.port ?? 0;
  await asked(first, {
    replSetInitiate: {
      _id: 'rabfang',
      // quick elections, so that a round takes seconds
      settings: { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 },
      members: members.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` })),
    },
  });
}

async function primaryOf(members: readonly Member[]): Promise<number> {
  for (let i = 0; i < 240; i++) {
    for (const { port } of members) {
      const answer = await asked(port, { hello: 1 }).catch(() => undefined);
      if (answer?.isWritablePrimary) return port;
    }
    await wait(250);
  }
  throw new Error('no member became primary');
}

async function hello(port: number, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (await asked(port, { hello: 1 }).catch(() => undefined)) return;
    await wait(250);
  }
  throw new Error(`mongod on ${port} did not answer`);
}

async function asked(port: number, command: object): Promise<Record<string, unknown>> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1000,
  });
  try {
    return await client.db('admin').command(command as mongo.Document);
  } finally {
    await client.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
