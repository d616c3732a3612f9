// Random operations on both engines against the naive model. FUZZ_SECONDS: how long per engine; FUZZ_SEED: where to begin.
import { expect } from 'chai';
import { engines } from '../support/engines.ts';
import { randomOperations } from './operations.ts';
import { seededRandom } from './random.ts';
import { firstDifference, shorten } from './run.ts';
import { targetOn } from './targets.ts';
import { print } from './values.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 3);
const firstSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9);
const perSeed = 60;

describe('random operations', () => {
  for (const engine of engines) {
    it(`come out on ${engine.name} as the naive model says`, async function () {
      this.timeout(seconds * 1000 + 120_000);
      const open = await engine.open();
      const target = targetOn(open);
      const end = Date.now() + seconds * 1000;
      let seed = firstSeed;
      try {
        for (; Date.now() < end; seed++) {
          const operations = randomOperations(seededRandom(seed), perSeed);
          const difference = await firstDifference(operations, target);
          if (difference === undefined) continue;
          const short = await shorten(operations, target);
          const told = [
            `FUZZ_SEED=${seed} finds a difference; the shortest way to it:`,
            ...short.map(print),
          ];
          expect.fail([...told, await firstDifference(short, target)].join('\n'));
        }
      } finally {
        await target.close();
      }
      const runs = seed - firstSeed;
      process.stdout.write(`      ${runs * perSeed} operations from FUZZ_SEED=${firstSeed} on\n`);
      expect(runs).to.be.greaterThan(0);
    });
  }
});
