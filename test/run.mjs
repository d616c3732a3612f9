// `npm test`: installs what is missing, then lint, types, unused code, and every kind of test, fastest first.
// The last line has the true sums. `npm test -- unit integration` runs only the named parts; `--long` makes fuzz and crash long,
// and of them the named kinds: `npm run fuzz -- requests`, `npm run crash -- mongo`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  buildWhatIsOld,
  installWhatIsMissing,
  refuseOldNode,
  root,
  toolPath,
} from '../server/prepare.mjs';
import { chromiumPath } from './support/find-chromium.mjs';
import { mongodPath } from './support/find-mongod.mjs';

refuseOldNode();
process.chdir(root);
installWhatIsMissing();
// mongoose and mocha are there only now
const { dealt, runMocha } = await import('./run-mocha.mjs');

const startedAt = Date.now();
const totals = { passed: 0, failed: 0, skipped: 0 };
const args = process.argv.slice(2);
const wanted = new Set(args.filter((arg) => arg !== '--long'));
if (args.includes('--long')) {
  process.env.CRASH_ROUNDS ??= '24';
  process.env.CRASH_DECISIONS ??= '10200';
  process.env.BIT_FLIPS ??= '200';
  process.env.TORN_LOGS ??= '500';
  process.env.REPLICA_ROUNDS ??= '50';
  process.env.MEETINGS ??= '40';
  process.env.FUZZ_SECONDS ??= '120';
  process.env.FACTS_SEQUENCES ??= '10000';
  // these two are sent to the built server as a process of its own
  process.env.FUZZ_REQUESTS ??= '100000';
  process.env.FUZZ_FILES ??= '100000';
  process.env.CLAIM_ROUNDS ??= '2000';
  process.env.FIELD_WALKS ??= '100';
  buildWhatIsOld();
}
// what offices call the files
if (wanted.delete('csv')) wanted.add('files');
const fuzzed = ['operations', 'requests', 'files', 'claims', 'field'].filter((kind) =>
  wanted.has(kind),
);
const mongod = process.env.MONGODB_URI ? undefined : mongodPath();
const servers = new Map();

await part('lint', () =>
  check(tool('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '.'])),
);
await part('types', () => check(tool('typescript', 'tsc', ['-b'])));
await part('unused', () => check(tool('knip', 'knip', ['--no-progress'])));
await part('unit', () => mocha(...inTwoHands('test/unit')));
await part('contract', async () =>
  mocha({ patterns: ['test/contract/**/*.test.ts'], env: await mongodb('standalone') }),
);
await part('fuzz', async () => {
  // the walks of a phone are on the built server
  buildWhatIsOld();
  const patterns = (fuzzed.length > 0 ? fuzzed : ['*']).map((kind) => `test/fuzz/${kind}.test.ts`);
  return mocha({ patterns, env: await mongodb('standalone') });
});
await part('integration', integrationTests);
await part('crash', () => {
  buildWhatIsOld();
  return mocha(...crashLanes());
});
await part('e2e', browserTests);

for (const server of servers.values()) await (await server).stop();
const onMongodb = Boolean(mongod || process.env.MONGODB_URI);
process.stdout.write(
  `\nDatabase engines covered: embedded${onMongodb ? ' and MongoDB' : ' only'}.\n`,
);
if (!onMongodb) {
  process.stdout.write(
    'The tests did not run on MongoDB: give MONGODB_URI, or MONGOD=/path/to/mongod, or put mongod on the PATH.\n',
  );
}
const { passed, failed, skipped } = totals;
process.stdout.write(
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}, in ${secondsSince(startedAt)} s\n`,
);
process.exit(failed === 0 ? 0 : 1);

async function part(name, work) {
  if (wanted.size > 0 && !wanted.has(name)) return;
  process.stdout.write(`\n== ${name}\n`);
  const started = Date.now();
  await work();
  process.stdout.write(`== ${name}: ${secondsSince(started)} s\n`);
}

function secondsSince(time) {
  return ((Date.now() - time) / 1000).toFixed(1);
}

/** Where tests find MongoDB: the given server, or one of their own, standalone or a replica set. */
async function mongodb(kind) {
  if (process.env.MONGODB_URI) return { MONGODB_URI: process.env.MONGODB_URI };
  if (!mongod) return {};
  const { startMongod } = await import('./support/start-mongod.mjs');
  if (!servers.has(kind))
    servers.set(kind, startMongod(mongod, { replicaSet: kind === 'replica set' }));
  return { MONGODB_URI: (await servers.get(kind)).uri };
}

/** The same tests on each engine, beside each other; then what they asked the database is looked at. */
async function integrationTests() {
  const patterns = ['test/integration/**/*.test.ts', 'test/queries/**/*.test.ts'];
  const server = await mongodb('replica set');
  const onMongodb = { patterns, env: { ENGINE: 'mongodb', ...server } };
  await mocha(
    { patterns, env: { ENGINE: 'embedded' } },
    ...(server.MONGODB_URI ? [onMongodb] : []),
  );
}

/** Beside each other: a replica set that fails and comes back is mostly waited for. */
function crashLanes() {
  const files = readdirSync('test/crash').filter((name) => name.endsWith('.test.ts'));
  const paths = files.sort().map((name) => join('test/crash', name));
  const isMongo = (path) => path.includes('replica-set');
  const lanes = [paths.filter(isMongo), paths.filter((path) => !isMongo(path))];
  return lanes.slice(0, wanted.has('mongo') ? 1 : 2).map((patterns) => ({ patterns }));
}

/** The journeys in two hands, each with its own browser and demonstration: a page mostly waits. */
function browserTests() {
  buildWhatIsOld();
  const chromium = chromiumPath();
  if (chromium) {
    process.env.CHROMIUM = chromium;
    return mocha(...inTwoHands('test/e2e'));
  }
  process.stdout.write(
    '\nBROWSER TESTS SKIPPED: there is no Chromium. Install it (Debian: apt-get install chromium) or say where it is: CHROMIUM=/path/to/chromium npm test\n',
  );
  if (process.env.CI === 'true') totals.failed++;
  else totals.skipped++;
}

function inTwoHands(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const paths = files.sort().map((name) => join(folder, name));
  return dealt(paths, Math.min(2, availableParallelism()));
}

function check(ok) {
  if (ok) totals.passed++;
  else totals.failed++;
}

function tool(packageName, command, args) {
  const { status } = spawnSync(process.execPath, [toolPath(packageName, command), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

async function mocha(...lanes) {
  const sums = await runMocha(lanes);
  for (const name of Object.keys(totals)) totals[name] += sums[name];
}
