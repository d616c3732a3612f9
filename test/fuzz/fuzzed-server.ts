// The server that is fuzzed: in this process, or the built one as its own, whose memory can be asked for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/db/open-database.ts';
import { markAsSeeded } from '../../server/demonstration-mark.ts';
import { collections } from '../../server/models.ts';
import { startApp } from '../support/app.ts';
import { aResponse } from '../support/build.ts';
import { startServer } from '../support/server-process.ts';
import type { Known } from './requests-valid.ts';

export const people = ['visitor', 'malee', 'somchai', 'wanida', 'nok', 'admin'] as const;
export type PersonName = (typeof people)[number];

export interface Memory {
  /** what JavaScript holds after a collection, MB */
  readonly held: number;
  /** what the process takes from the machine, MB */
  readonly resident: number;
}

export interface FuzzedServer {
  readonly url: string;
  /** of somebody's session; `renew` opens another one, because the last was ended */
  token(person: PersonName, renew?: boolean): Promise<string | undefined>;
  /** undefined when it runs in the test's own process */
  memory(): Promise<Memory | undefined>;
  close(): Promise<void>;
}

export async function inThisProcess(): Promise<FuzzedServer> {
  const app = await startApp({ limits: false });
  const open = async (person: string) => (await app.as(person)).token;
  return {
    url: app.url,
    token: tokens(open),
    memory: async () => undefined,
    close: () => app.close(),
  };
}

/** collects garbage and says what is left when it is asked by a signal */
const telling = `data:text/javascript,${encodeURIComponent(`
  import v8 from 'node:v8'; import vm from 'node:vm';
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect(); collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.stderr.write('memory ' + JSON.stringify({ held: heapUsed + external, resident: rss }) + '\\n');
  });`)}`;

export async function asItsOwnProcess(): Promise<FuzzedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rabfang-fuzz-'));
  // the demonstration's accounts without its responses: what is found comes from what was sent
  const db = await openDatabase({ dataDir }, collections);
  await markAsSeeded(db);
  await db.close();
  const server = await startServer({
    DATA_DIR: dataDir,
    DEMO: 'on',
    PROXIES: '1',
    LIMITS: 'off', // or most would only be asked to wait
    NODE_OPTIONS: `--import=${telling}`,
  });
  let asked = 0;
  const memory = async () => {
    const before = server.output().split('\nmemory ').length;
    process.kill(server.pid, 'SIGUSR2');
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const said = server.output().split('\nmemory ');
      if (said.length === before) continue;
      const { held, resident } = JSON.parse(said.at(-1)?.split('\n')[0] ?? '');
      return { held: held / 2 ** 20, resident: resident / 2 ** 20 };
    }
  };
  const open = async (person: string): Promise<string | undefined> => {
    if (person === 'visitor') return undefined;
    asked += 1; // from an address of its own: guesses of the fuzzer do not keep it out
    const answer = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.9.${asked >> 8}.${asked % 256}`,
      },
      body: JSON.stringify({ username: person, password: 'rabfang-demo' }),
    });
    const said: any = await answer.json();
    if (answer.ok) return said.token;
    if (answer.status !== 429) throw new Error(`${person} cannot sign in: ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 1000)); // too many are being checked
    return open(person);
  };
  const close = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, token: tokens(open), memory, close };
}

function tokens(open: (person: string) => Promise<string | undefined>): FuzzedServer['token'] {
  const opened = new Map<string, Promise<string | undefined>>();
  return (person, renew = false) => {
    const token = (renew ? undefined : opened.get(person)) ?? open(person);
    opened.set(person, token);
    return token;
  };
}

/** Stores some responses and batches, for requests that should find something. */
export async function fillSome(server: FuzzedServer, ids: readonly string[]): Promise<Known> {
  const authorization = `Bearer ${await server.token('admin')}`;
  const batches: string[] = [];
  for (const [at, id] of ids.entries()) {
    const province = at % 2 ? 'TH-40' : 'TH-50';
    await fetch(`${server.url}/api/surveys/2569/responses/${id}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(aResponse({ place: { province } })),
    });
    const form = new FormData();
    const rows = `จังหวัด,ปัญหา,วันที่\n${province},เน็ตช้า ${id},2026-11-01\nนครหลวง,ไม่มีจังหวัดนี้,2026-11-01\n`;
    form.append('file', new Blob([rows]), 'some.csv');
    const sent = await fetch(`${server.url}/api/surveys/2569/batches`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    const said: any = await sent.json();
    batches.push(said.id);
  }
  return { responses: ids, batches };
}
