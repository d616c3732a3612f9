// Random work at several servers on one MongoDB: responses, some of them again, decisions, and files that are taken or refused.
import { randomUUID } from 'node:crypto';
import type { Chance } from '../unit/facts/random-history.ts';
import { aResponse, newId } from './build.ts';
import { makeCsv } from './make-csv.ts';
import { ask, type Seat } from './two-servers.ts';

const survey = '/api/surveys/2569';

/** People who do this and that at one server or another. */
export class RandomOffice {
  readonly #seats: () => readonly Seat[];
  readonly #chance: Chance;
  readonly #ids: string[] = [];
  done = 0;

  constructor(seats: () => readonly Seat[], chance: Chance) {
    this.#seats = seats;
    this.#chance = chance;
  }

  async doSomething(): Promise<void> {
    const chance = this.#chance;
    const seat = chance.of(this.#seats());
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
