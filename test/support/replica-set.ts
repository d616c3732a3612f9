// A replica set of three real members, to be killed, stopped, cut off and brought back in the middle of work.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { linkTo, type MemberLink } from './member-link.ts';

interface Member {
  /** where it listens; everybody but these tests comes through the link */
  readonly port: number;
  readonly link: MemberLink;
  readonly folder: string;
  process: ChildProcess;
}

/** Begins a fault; what it returns ends it. */
export type Fault = () => Promise<() => Promise<void>>;

export interface ReplicaSet {
  readonly uri: string;
  /** what may happen to the member that may write, or to all */
  readonly faults: Readonly<Record<string, Fault>>;
  /** resolves when a member may write and the others follow it */
  whole(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplicaSet(mongod: string): Promise<ReplicaSet> {
  const members: Member[] = [];
  for (const port of await freePorts(3)) {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-member-'));
    members.push({ port, link: await linkTo(port), folder, process: run(mongod, port, folder) });
  }
  const whole = () => wholeAgain(members);
  const stop = () => stopAll(members);
  try {
    await initiate(members);
    await whole();
  } catch (error) {
    await stop();
    throw error;
  }
  const hosts = members.map(({ link }) => `127.0.0.1:${link.port}`);
  const uri = `mongodb://${hosts.join(',')}/?replicaSet=rabfang`;
  return { uri, faults: faultsOf(members, mongod), whole, stop };
}

async function stopAll(members: readonly Member[]): Promise<void> {
  await Promise.all(members.map((member) => end(member.process)));
  for (const { folder, link } of members) {
    link.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(members: readonly Member[], mongod: string): Record<string, Fault> {
  const back = async (member: Member) => {
    member.process = run(mongod, member.port, member.folder);
    await hello(member.port, 30_000);
  };
  return {
    'the primary is killed': async () => {
      const member = await primaryOf(members);
      await end(member.process);
      return () => back(member);
    },
    'the primary steps down': async () => {
      const { port } = await primaryOf(members);
      await asked(port, { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 5 });
      return async () => undefined;
    },
    'the primary is stopped': async () => {
      const member = await primaryOf(members);
      member.process.kill('SIGSTOP');
      return async () => void member.process.kill('SIGCONT');
    },
    'both others are stopped': async () => {
      const { port } = await primaryOf(members);
      const others = members.filter((member) => member.port !== port);
      for (const { process } of others) process.kill('SIGSTOP');
      return async () => {
        for (const { process } of others) process.kill('SIGCONT');
      };
    },
    'the primary is cut off from the others': async () =>
      cutOff(members, await primaryOf(members), (speaker) => speaker !== null),
    'the primary is cut off from everybody': async () =>
      cutOff(members, await primaryOf(members), () => true),
    'the primary is cut off from us': async () =>
      cutOff(members, await primaryOf(members), (speaker) => speaker === null),
    'all are killed': async () => {
      await Promise.all(members.map(({ process }) => end(process)));
      return async () => void (await Promise.all(members.map(back)));
    },
  };
}

/** From whom it hears nothing, and who, if it is a member, hears nothing of it. */
async function cutOff(
  members: readonly Member[],
  alone: Member,
  from: (speaker: number | null) => boolean,
): Promise<() => Promise<void>> {
  for (const { link, port } of members) {
    if (port === alone.port) link.cut((speaker) => speaker !== port && from(speaker));
    else link.cut((speaker) => speaker === alone.port && from(port));
  }
  return async () => {
    for (const { link } of members) link.cut(() => false);
  };
}

function run(mongod: string, port: number, folder: string): ChildProcess {
  const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
  const small = ['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '64', '--quiet'];
  const named = ['--setParameter', 'enableTestCommands=1'];
  return spawn(mongod, [...args, ...small, ...named, '--replSet', 'rabfang'], { stdio: 'ignore' });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function initiate(members: readonly Member[]): Promise<void> {
  await Promise.all(members.map(({ port }) => hello(port, 30_000)));
  await asked(members[0]?.port ?? 0, {
    replSetInitiate: {
      _id: 'rabfang',
      // quick elections, so that a round takes seconds
      settings: { electionTimeoutMillis: 2000, heartbeatIntervalMillis: 500 },
      members: members.map(({ link }, _id) => ({ _id, host: `127.0.0.1:${link.port}` })),
    },
  });
}

async function primaryOf(members: readonly Member[]): Promise<Member> {
  for (let i = 0; i < 120; i++) {
    for (const member of members) {
      const answer = await asked(member.port, { hello: 1 }).catch(() => undefined);
      if (answer?.isWritablePrimary) return member;
    }
    await wait(250);
  }
  throw new Error('no member became primary');
}

async function wholeAgain(members: readonly Member[]): Promise<void> {
  for (let i = 0; i < 240; i++) {
    const answers = await Promise.all(
      members.map(({ port }) => asked(port, { hello: 1 }).catch(() => undefined)),
    );
    const primaries = answers.filter((answer) => answer?.isWritablePrimary);
    const followers = answers.filter((answer) => answer?.secondary);
    if (primaries.length === 1 && followers.length === members.length - 1) return;
    await wait(250);
  }
  throw new Error('the set did not become whole');
}

async function hello(port: number, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    if (await asked(port, { hello: 1 }).catch(() => undefined)) return;
    await wait(250);
  }
  throw new Error(`mongod on ${port} did not answer`);
}

async function asked(port: number, command: mongo.Document): Promise<mongo.Document> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1000,
    connectTimeoutMS: 1000,
    socketTimeoutMS: 8000,
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close(true);
  }
}

/** Held until all are known, so that none is given twice. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, '127.0.0.1');
      await once(probe, 'listening');
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  for (const probe of probes) probe.close();
  return ports;
}
