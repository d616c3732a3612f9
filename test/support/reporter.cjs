// The quiet spec: failures in full, the five slowest tests, and the sums for the runner.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const times = [];
    const skipped = [];
    runner.on('pass', (test) => times.push([test.duration ?? 0, test.fullTitle()]));
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.once('end', () => {
      const slowest = times.sort(([a], [b]) => b - a).slice(0, 5);
      for (const [ms, title] of slowest) process.stdout.write(`  ${String(ms).padStart(6)} ms  ${title}\n`);
      for (const title of skipped) process.stdout.write(`  skipped: ${title}\n`);
      const { passes, failures, pending } = runner.stats;
      if (process.env.TEST_STATS) writeFileSync(process.env.TEST_STATS, JSON.stringify({ passes, failures, pending }));
    });
  }
};
