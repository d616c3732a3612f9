// Runs mocha in processes of their own, beside each other where there is more than one, and adds up what they say.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, toolPath } from '../server/prepare.mjs';

/** @typedef {{ patterns: string[], env?: Record<string, string> }} Lane */
/** @typedef {{ passed: number, failed: number, skipped: number }} Sums */

/**
 * The first lane prints as it goes, the others when they have ended, the slowest tests and hooks of all of them last.
 * @param {Lane[]} lanes @returns {Promise<Sums>}
 */
export async function runMocha(lanes) {
  const scratch = mkdtempSync(join(tmpdir(), 'rabfang-test-'));
  const results = lanes.map((lane, n) => runLane(lane, join(scratch, `${n}.json`), n === 0));
  const sums = { passed: 0, failed: 0, skipped: 0 };
  const times = [];
  for (const result of results) {
    const { printed, ok, stats } = await result;
    process.stdout.write(printed);
    sums.passed += stats.passes;
    sums.skipped += stats.pending;
    // a runner that died without failing a test is a failure of its own
    sums.failed += stats.failures || (ok ? 0 : 1);
    times.push(...stats.slowest);
  }
  rmSync(scratch, { recursive: true, force: true });
  times.sort(([a], [b]) => b - a);
  for (const [ms, title] of times.slice(0, 5))
    process.stdout.write(`  ${String(ms).padStart(6)} ms  ${title}\n`);
  return sums;
}

/** Deals files out like cards: as many hands as there are lanes. @param {string[]} files @param {number} lanes */
export function dealt(files, lanes) {
  const hands = Array.from({ length: lanes }, (_, lane) => ({
    patterns: files.filter((_, n) => n % lanes === lane),
  }));
  return hands.filter(({ patterns }) => patterns.length > 0);
}

function runLane({ patterns, env }, statsFile, live) {
  const reporter = join(root, 'test/support/reporter.cjs');
  const args = [toolPath('mocha', 'mocha'), '--reporter', reporter, ...patterns];
  const lane = spawn(process.execPath, args, {
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    // only the parts that ask for MongoDB see it
    env: { ...process.env, MONGODB_URI: undefined, ...env, TEST_STATS: statsFile },
  });
  let printed = '';
  for (const stream of [lane.stdout, lane.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => {
    lane.once('error', reject);
    lane.once('close', (status) => {
      const stats = existsSync(statsFile)
        ? JSON.parse(readFileSync(statsFile, 'utf8'))
        : { passes: 0, failures: 0, pending: 0, slowest: [] };
      resolve({ printed, ok: status === 0, stats });
    });
  });
}
