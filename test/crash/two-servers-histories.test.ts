// Random histories over two servers on one MongoDB: responses, decisions, files that are taken, refused and sent again, by whichever
// server. When all is quiet the figures of both are what a plain recount of everything stored says. HISTORY_SECONDS says how long.
import { randomUUID } from 'node:crypto';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import {
  ask,
  type Seat,
  sayLags,
  startTwoServers,
  type TwoServers,
  untilRecounted,
} from '../support/two-servers.ts';
import { Chance } from '../unit/facts/random-history.ts';

const seconds = Number(process.env.HISTORY_SECONDS ?? 10);
const seed = Number(process.env.HISTORY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = 3;
const survey = '/api/surveys/2569';

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
          const office = new Office(two, chance);
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

class Office {
  readonly #two: TwoServers;
  readonly #chance: Chance;
  readonly #ids: string[] = [];
  done = 0;

  constructor(two: TwoServers, chance: Chance) {
    this.#two = two;
    this.#chance = chance;
  }

  async doSomething(): Promise<void> {
    const chance = this.#chance;
    const seat = chance.of([this.#two.here, this.#two.there]);
    const dice = chance.random();
    if (dice < 0.5) await this.#put(seat);
    else if (dice < 0.85) await this.#decide(seat);
    else await this.#sendFile(seat);
    this.done += 1;
  }

  /** now and then one that is known, at the other server */
  async #put(seat: Seat): Promise<void> {
    const id = this.#chance.is(0.1) && this.#ids.length > 0 ? this.#chance.of(this.#ids) : newId();
    this.#ids.push(id);
    await ask(seat, 'PUT', `${survey}/responses/${id}`, aResponse());
  }

  async #decide(seat: Seat): Promise<void> {
    if (this.#ids.length === 0) return;
    const decision = this.#chance.of(['returned', 'rejected']);
    await ask(seat, 'POST', `${survey}/responses/${this.#chance.of(this.#ids)}/decisions`, {
      decision,
      reason: 'ขอชื่อหมู่บ้าน',
    });
  }

  /** One of few files, so that they meet each other; some are refused, early or when their rows have been counted. */
  async #sendFile({ sender }: Seat): Promise<void> {
    const chance = this.#chance;
    const name = chance.of(['ก', 'ข', 'ค']);
    const rows = [...makeCsv(chance.of([150, 700]))].join('').replaceAll('จุดที่', `${name} จุดที่`);
    const policy = chance.of(['accept-good', 'all-or-nothing']);
    const good = chance.is(0.5) ? rows : rows.replaceAll(/,9,(?=\d+,[^,]*\n)/g, ',5,');
    const file = chance.is(0.4) ? Buffer.concat([Buffer.from(good), Buffer.from([0xff])]) : good;
    await sender.send(file as never, { id: randomUUID(), policy });
  }
}
