// A MongoDB server of the tests' own: its own folder and port, stopped by its own process.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';

/**
 * @param {string} mongod path of the server's binary
 * @param {{ replicaSet?: boolean, oplogMb?: number | undefined, port?: number }} [options] a replica set of one member, with what its protocol adds; how much it can tell of its changes
 * @returns {Promise<{ uri: string, pid: number, stop(): Promise<void> }>}
 */
export async function startMongod(mongod, { replicaSet = false, oplogMb, port: given } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-mongod-'));
  const port = given ?? (await freePort());
  const args = [
    '--dbpath',
    folder,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--wiredTigerCacheSizeGB',
    '0.5',
    '--quiet',
  ];
  if (replicaSet) args.push('--replSet', 'test', '--oplogSize', String(oplogMb ?? 128));
  // what is in no checkpoint yet is never cut off, and one is made each minute
  if (oplogMb) args.push('--syncdelay', '1');
  const server = spawn(mongod, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  try {
    await whenReady(uri, server, replicaSet);
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
  return {
    uri,
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function whenReady(uri, server, replicaSet) {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 500 });
  for (let i = 0; i < 60 && server.exitCode === null; i++) {
    try {
      await client.connect();
      const admin = client.db('admin');
      if (!replicaSet) return await client.close();
      if (i === 0 || !(await admin.command({ hello: 1 })).setName)
        await admin.command({ replSetInitiate: {} }).catch(() => {}); // "already initialised" on a second try
      if ((await admin.command({ hello: 1 })).isWritablePrimary) return await client.close();
    } catch {
      // not listening yet
    }
    await wait(250);
  }
  await client.close();
  throw new Error('mongod did not become ready');
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
