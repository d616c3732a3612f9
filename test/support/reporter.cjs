// The quiet spec: failures in full; sums and the slowest tests and hooks for the runner, or printed when it stands alone.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const times = [];
    const skipped = [];
    runner.on('pass', (test) => times.push([test.duration ?? 0, test.fullTitle()]));
    runner.on('hook end', (hook) => times.push([hook.duration ?? 0, hook.fullTitle()]));
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.once('end', () => {
      for (const title of skipped) process.stdout.write(`  skipped: ${title}\n`);
      const slowest = times.sort(([a], [b]) => b - a).slice(0, 5);
      const { passes, failures, pending } = runner.stats;
      const sums = { passes, failures, pending, slowest };
      if (process.env.TEST_STATS) writeFileSync(process.env.TEST_STATS, JSON.stringify(sums));
      else process.stdout.write(`${slowest.map(([ms, title]) => `${ms} ms  ${title}`).join('\n')}\n`);
    });
  }
};
