// Start: configuration, database, context, app, listening, graceful stop. The only module with side effects on import.
import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announcementOf, howItRuns } from './announcement.ts';
import { createApp } from './app.ts';
import { type Config, fleetSecretVariable, readConfig } from './config.ts';
import { openDatabase } from './db/open-database.ts';
import { nameOfPlace } from './db/whole/source.ts';
import { Fleet } from './fleet/fleet.ts';
import { shareLimits } from './fleet/share-limits.ts';
import { teller } from './fleet/teller.ts';
import { createLog } from './http/log.ts';
import { isBuilt } from './http/static.ts';
import { clearSooner } from './memory.ts';
import { collections } from './models.ts';
import { startFailure } from './start-failure.ts';
import { type Prepared, prepare } from './start-up.ts';
import { whenAskedToStop } from './stop-asked.ts';
import { makeStopping } from './stopping.ts';

const stopWithinMs = 10_000;
const idleCheckMs = 200;

async function refuseInWords(error: unknown, where: string): Promise<never> {
  const reason = startFailure(error, where);
  if (reason === undefined) throw error;
  return await teller.refuse(`Rabfang does not start: ${reason}`);
}

async function configOrRefuse(): Promise<Config> {
  try {
    return readConfig(process.env);
  } catch (error) {
    return await refuseInWords(error, '');
  }
}

function clientFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../client'), join(here, '../dist/client')].find(isBuilt);
}

/** This process only looks after the others, which serve. */
function lead(config: Config): void {
  const { processes, logLevel } = config;
  // a token that one of them signs must be good at the others
  const secret = randomBytes(32).toString('base64url');
  const env = { [fleetSecretVariable]: secret };
  const main = fileURLToPath(import.meta.url);
  const fleet = new Fleet({ processes, main, env, stopWithinMs }, createLog(logLevel), teller);
  whenAskedToStop(() => fleet.stop());
  fleet.start();
}

async function serve(config: Config): Promise<void> {
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
  teller.prepared();
  shareLimits(prepared.context.limits);
  const server = listen(
    config,
    createApp(prepared.context, clientFolder()),
    (address) => void announce(config, prepared, address),
  );
  whenAskedToStop(() => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(0), stopWithinMs).unref();
    server.close(() => void prepared.end().finally(() => process.exit(0)));
    // also those that go idle from now on, by an answer that did not say yet that it is the last
    setInterval(() => server.closeIdleConnections(), idleCheckMs);
  });
}

/** `listening` is called with the address, once. */
function listen(
  { host, port }: Config,
  app: ReturnType<typeof createApp>,
  listening: (address: string) => void,
): Server {
  const server = createServer(app);
  // a slow line may take its time with a large file; headers may not
  server.requestTimeout = 60 * 60 * 1000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  // a connection on which nothing moves for two minutes is gone
  server.timeout = 120_000;
  server.once('error', (error) => void teller.refuse(listenFailure(error, host, port)));
  server.listen(port, host, () => {
    const address = server.address();
    const taken = typeof address === 'object' && address ? address.port : port;
    listening(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
  });
  return server;
}

async function announce(config: Config, prepared: Prepared, address: string): Promise<void> {
  try {
    await prepared.complete;
  } catch (error) {
    if (prepared.context.stopping.aborted) return; // it was stopped before it was complete
    await refuseInWords(error, nameOfPlace(config));
  }
  prepared.context.log.info(howItRuns(config, prepared), 'started');
  await teller.serving(announcementOf(config, prepared, address));
  // not noted, it is made anew at the next start
  await prepared.passwordShown().catch((err) => prepared.context.log.warn({ err }, 'not noted'));
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Rabfang does not start: port ${port} on ${host} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
  }
  if (error.code === 'EACCES')
    return `Rabfang does not start: port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`;
  return `Rabfang does not start: ${error.message}`;
}

clearSooner();
const config = await configOrRefuse();
if (config.processes > 1 && cluster.isPrimary) lead(config);
else await serve(config);
