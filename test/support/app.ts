// The real app on a real database behind a real port, and people who are signed in to it.
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { markAsSeeded } from '../../server/demonstration-mark.ts';
import { checkEverything } from '../../server/facts/self-check.ts';
import { createLog } from '../../server/http/log.ts';
import { countedLinksOf } from '../../server/links/hear-links.ts';
import { storedCountables } from '../../server/responses/stored-countables.ts';
import { prepare } from '../../server/start-up.ts';
import { makeStopping } from '../../server/stopping.ts';
import { findUser } from '../../server/users/find-user.ts';
import { openSession } from '../../server/users/sessions.ts';
import { checkReply } from './check-reply.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { linkDrift } from './link-drift.ts';
import { type Models, modelsOf } from './models.ts';
import { asTheServer } from './sent-queries.ts';

export interface TestApp {
  readonly url: string;
  readonly context: Context;
  /** where the embedded database's file lies */
  readonly dataDir: string;
  /** sets a limit of the app itself, such as `bodyLimit` */
  set(setting: string, value: unknown): void;
  /** what is stored, for tests that look */
  readonly models: Models;
  /** a signed-in demonstration account, or `visitor` without a session */
  as(username: string): Promise<Person>;
  /** who sends this bearer token */
  withToken(token: string): Person;
  /** removes responses and batches, and counts again */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** the parsed JSON body; undefined when the answer is no JSON */
  readonly body: any;
}

/** Sends requests as one person. */
export interface Person {
  readonly token: string | undefined;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  send(
    method: string,
    path: string,
    init?: { body?: RequestInit['body']; headers?: Record<string, string> },
  ): Promise<Answer>;
}

/** `on`: a database with something in it, which is left as it is; else an empty demonstration. */
export async function startApp(over: Partial<Config> = {}, on?: TestDatabase): Promise<TestApp> {
  const { db, dataDir, drop } = on ?? (await openTestDatabase());
  const config: Config = {
    ...readConfig({
      DEMO: 'on',
      SECRET: randomBytes(32).toString('hex'),
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    }),
    ...over,
  };
  const stopping = makeStopping();
  // the demonstration's accounts and survey, without its responses
  if (!on) await markAsSeeded(db);
  const { context, complete } = await asTheServer(() =>
    prepare(config, db, createLog(config.logLevel), stopping.signal),
  );
  await complete;
  const app = createApp(context);
  const server = createServer((request, response) => asTheServer(() => app(request, response)));
  const url = await asTheServer(() => listen(server));
  const models = modelsOf(db);
  return {
    url,
    context,
    dataDir,
    models,
    set: (setting, value) => void app.set(setting, value),
    as: async (username) =>
      person(url, username === 'visitor' ? undefined : await tokenOf(context, username)),
    withToken: (token) => person(url, token),
    empty: async () => {
      await Promise.all([
        models.responses.deleteMany({}),
        models.batches.deleteMany({}),
        models.rowBlocks.deleteMany({}),
        models.decisionPages.deleteMany({}),
        models.links.deleteMany({}),
      ]);
      // or what is told of those that are gone would come after those that come anew
      await context.following.caughtUp();
      // not one by one: with a clock that a test has stopped, what comes anew would be taken for what is gone
      context.facts.beginAnew();
      context.facts.complete(context.now());
    },
    close: async () => {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      const drift = await asTheServer(
        async () => (await driftOf(context)) + (await linkDrift(context)),
      );
      await drop();
      if (drift > 0)
        throw new Error(`${drift} responses were counted otherwise than they are stored`);
    },
  };
}

/** Signing in by password is tested on its own; here the session is opened directly, because argon2 is slow on purpose. */
async function tokenOf(context: Context, username: string): Promise<string> {
  const stored = await findUser(context, username);
  if (!stored) throw new Error(`no account ${username}`);
  return (await openSession(context, stored)).token;
}

function person(url: string, token: string | undefined): Person {
  const send: Person['send'] = async (method, path, { body, headers } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
      redirect: 'manual',
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    const parsed = isJson && text ? JSON.parse(text) : undefined;
    checkReply({ method, path }, answer.status, parsed);
    return { status: answer.status, headers: answer.headers, text, body: parsed };
  };
  const json = (method: string) => (path: string, body: unknown) =>
    send(method, path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  return {
    token,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    put: json('PUT'),
    post: json('POST'),
    patch: json('PATCH'),
    delete: (path) => send('DELETE', path),
  };
}

/** What the self-check has found, and finds now in everything. */
async function driftOf(context: Context): Promise<number> {
  if (context.facts.ready)
    await checkEverything(context, {
      ...storedCountables(context.db),
      linksOf: (ids) => countedLinksOf(context, ids),
    });
  return context.facts.drift;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
