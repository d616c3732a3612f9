// Start: configuration, database, context, app, listening, graceful stop. The only module with side effects on import.
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './db/open-database.ts';
import { nameOfPlace } from './db/whole/source.ts';
import { createLog } from './http/log.ts';
import { isBuilt } from './http/static.ts';
import { collections } from './models.ts';
import { startFailure } from './start-failure.ts';
import { type Prepared, prepare } from './start-up.ts';
import { makeStopping } from './stopping.ts';
import { demoAccounts, demoPassword } from './users/first-accounts.ts';

const stopWithinMs = 10_000;
const parentCheckMs = 250;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function refuseInWords(error: unknown, where: string): never {
  const reason = startFailure(error, where);
  if (reason === undefined) throw error;
  return refuse(`Rabfang does not start: ${reason}`);
}

function configOrRefuse() {
  try {
    return readConfig(process.env);
  } catch (error) {
    return refuseInWords(error, '');
  }
}

function clientFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../client'), join(here, '../dist/client')].find(isBuilt);
}

async function start(): Promise<void> {
  const config = configOrRefuse();
  const log = createLog(config.logLevel);
  const stopping = makeStopping();
  const options = {
    ...config,
    onSlow: (slow: object) => log.warn({ slow }, 'slow statement'),
    onNotice: (sentence: string) => log.warn(sentence),
    onError: (err: unknown) => log.error({ err }, 'failed in the background'),
  };
  const where = nameOfPlace(config);
  const db = await openDatabase(options, collections).catch((error) => refuseInWords(error, where));
  const prepared = await prepare(config, db, log, stopping.signal).catch((error) =>
    refuseInWords(error, where),
  );
  const server = createServer(createApp(prepared.context, clientFolder()));
  // a slow line may take its time with a large file; headers may not
  server.requestTimeout = 60 * 60 * 1000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  // a connection on which nothing moves for two minutes is gone
  server.timeout = 120_000;

  server.once('error', (error: NodeJS.ErrnoException) =>
    refuse(listenFailure(error, config.host, config.port)),
  );
  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    void announce(config, prepared, `http://${host}:${port}`);
  });

  const stop = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(0), stopWithinMs).unref();
    server.close(() => void db.close().finally(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  stopWithParent(stop);
}

/**
 * `npm start` puts npm and a shell above this process, and neither hands every signal on: when they are gone, so is who
 * would stop it.
 */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start' || parent === 1) return;
  setInterval(() => process.ppid !== parent && stop(), parentCheckMs).unref();
}

async function announce(config: Config, prepared: Prepared, address: string): Promise<void> {
  try {
    await prepared.complete;
  } catch (error) {
    refuseInWords(error, nameOfPlace(config));
  }
  prepared.context.log.info(settingsOf(config, prepared), 'started');
  say(`Rabfang is listening on ${address}`);
  if (prepared.context.demo) {
    say(
      `Demonstration data. Sign in as ${demoAccounts.map(({ username }) => username).join(', ')}; password: ${demoPassword}`,
    );
  } else if (prepared.adminPassword) {
    say(`First account: admin; password, shown only this once: ${prepared.adminPassword}`);
  } else {
    say('Sign in with the account you were given.');
  }
  if (config.production && !config.origin?.startsWith('https:'))
    say(
      'Without TLS in front passwords travel in the clear: put a proxy before this and set ORIGIN=https://… and PROXIES=1.',
    );
  if (prepared.adminPasswordIgnored)
    say('ADMIN_PASSWORD is ignored: the account admin is there already and keeps its password.');
}

/** What decides how safe this start is; no value that is secret. */
function settingsOf(config: Config, { context }: Prepared): object {
  const { production, proxies, origin, maxFileBytes, mongodbUri, secret } = config;
  return {
    production,
    demo: context.demo,
    engine: mongodbUri ? 'mongodb' : 'embedded',
    secret: secret ? 'given' : 'made',
    tls: origin?.startsWith('https:') ?? false,
    proxies,
    maxFileBytes,
    node: process.version,
  };
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Rabfang does not start: port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
  }
  if (error.code === 'EACCES')
    return `Rabfang does not start: port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`;
  return `Rabfang does not start: ${error.message}`;
}

await start();
