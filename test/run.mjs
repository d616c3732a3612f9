// `npm test`: installs what is missing, then lint, types, unused code, and every kind of test, fastest first.
// The last line has the true sums. `npm test -- unit integration` runs only the named parts; `--long` makes fuzz and crash long.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const scratch = mkdtempSync(join(tmpdir(), 'rabfang-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const args = process.argv.slice(2);
const wanted = new Set(args.filter((arg) => arg !== '--long'));
if (args.includes('--long')) {
  process.env.CRASH_ROUNDS ??= '24';
  process.env.FUZZ_SECONDS ??= '120';
  process.env.FACTS_SEQUENCES ??= '10000';
}
const mongod = process.env.MONGODB_URI ? undefined : mongodPath();
const servers = [];

await part('lint', () =>
  check(tool('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '.'])),
);
await part('types', () => check(tool('typescript', 'tsc', ['-b'])));
await part('unused', () => check(tool('knip', 'knip', ['--no-progress'])));
await part('unit', () => mocha(['test/unit/**/*.test.ts']));
await part('contract', async () => {
  mocha(['test/contract/**/*.test.ts'], await mongodb({ replicaSet: false }));
});
await part('fuzz', async () => {
  mocha(['test/fuzz/**/*.test.ts'], await mongodb({ replicaSet: false }));
});
await part('integration', async () => {
  mocha(['test/integration/**/*.test.ts'], { ENGINE: 'embedded' });
  const server = await mongodb({ replicaSet: true });
  if (server.MONGODB_URI)
    mocha(['test/integration/**/*.test.ts'], { ENGINE: 'mongodb', ...server });
});
await part('crash', () => {
  buildWhatIsOld();
  mocha(['test/crash/**/*.test.ts']);
});
await part('e2e', browserTests);

await Promise.all(servers.map((server) => server.stop()));
rmSync(scratch, { recursive: true, force: true });
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
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
);
process.exit(failed === 0 ? 0 : 1);

async function part(name, work) {
  if (wanted.size > 0 && !wanted.has(name)) return;
  process.stdout.write(`\n== ${name}\n`);
  const started = Date.now();
  await work();
  process.stdout.write(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Where tests find MongoDB: the given server, or one of their own, standalone or a replica set. */
async function mongodb(options) {
  if (process.env.MONGODB_URI) return { MONGODB_URI: process.env.MONGODB_URI };
  if (!mongod) return {};
  const { startMongod } = await import('./support/start-mongod.mjs');
  const server = await startMongod(mongod, options);
  servers.push(server);
  return { MONGODB_URI: server.uri };
}

function browserTests() {
  buildWhatIsOld();
  const chromium = chromiumPath();
  if (chromium) return mocha(['test/e2e/**/*.test.ts'], { CHROMIUM: chromium });
  process.stdout.write(
    '\nBROWSER TESTS SKIPPED: there is no Chromium. Install it (Debian: apt-get install chromium) or say where it is: CHROMIUM=/path/to/chromium npm test\n',
  );
  if (process.env.CI === 'true') totals.failed++;
  else totals.skipped++;
}

function check(ok) {
  if (ok) totals.passed++;
  else totals.failed++;
}

function tool(packageName, command, args, env = {}) {
  const { status } = spawnSync(process.execPath, [toolPath(packageName, command), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // only the parts that ask for MongoDB see it
    env: { ...process.env, MONGODB_URI: undefined, ...env },
  });
  return status === 0;
}

function mocha(patterns, env = {}) {
  const file = join(scratch, `stats-${Math.random().toString(36).slice(2)}.json`);
  const reporter = join(root, 'test/support/reporter.cjs');
  const ok = tool('mocha', 'mocha', ['--reporter', reporter, ...patterns], {
    ...env,
    TEST_STATS: file,
  });
  const stats = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passes: 0, failures: 0, pending: 0 };
  totals.passed += stats.passes;
  totals.skipped += stats.pending;
  // a runner that died without failing a test is a failure of its own
  totals.failed += stats.failures || (ok ? 0 : 1);
}
