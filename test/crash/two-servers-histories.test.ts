// Random histories over two servers on one MongoDB: responses, decisions, files that are taken, refused and sent again, by whichever
// server. When all is quiet the figures of both are what a plain recount of everything stored says. HISTORY_SECONDS says how long.
import { mongodPath } from '../support/find-mongod.mjs';
import { RandomOffice } from '../support/random-office.ts';
import {
  sayLags,
  startTwoServers,
  type TwoServers,
  untilRecounted,
} from '../support/two-servers.ts';
import { Chance } from '../unit/facts/random-history.ts';

const seconds = Number(process.env.HISTORY_SECONDS ?? 10);
const seed = Number(process.env.HISTORY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = 3;

for (const [kind, replicaSet] of [
  ['a replica set', true],
  ['a single server', false],
] as const)
  (mongodPath() ? describe : describe.skip)(
    `random histories on ${kind} (seed ${seed})`,
    function () {
      this.timeout(60_000 * rounds + 3000 * seconds * rounds);
      let two: TwoServers;
      before(async () => {
        two = await startTwoServers(replicaSet);
      });
      after(() => two?.stop());

      for (let round = 1; round <= rounds; round++)
        it(`end with the same figures everywhere (round ${round})`, async () => {
          const chance = new Chance(seed + round);
          const office = new RandomOffice(() => [two.here, two.there], chance);
          const until = performance.now() + seconds * 1000;
          const work = Array.from({ length: 5 }, async () => {
            while (performance.now() < until) await office.doSomething();
          });
          await Promise.all(work);
          const lags = [two.here, two.there].map((seat) => untilRecounted(seat, two.models));
          sayLags(`${office.done} things done, both right after`, await Promise.all(lags));
        });
    },
  );
