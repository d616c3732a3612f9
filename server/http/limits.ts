// How much one person, or one address without an account, may have going on and send. Generous for a field team that comes back
// with hundreds of forms; kept in this process, and told to the others of its fleet: a restart forgives.
import { hash } from 'node:crypto';
import type { Request } from 'express';
import { type Problem, problem } from './problem.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const megabyte = 1024 * 1024;

/** a person's within a time; `anonymous`: an address's requests without a session */
export const rates = {
  responses: { most: 600, within: minute },
  photos: { most: 600, within: minute },
  decisions: { most: 600, within: minute },
  people: { most: 300, within: minute },
  snapshots: { most: 300, within: day },
  views: { most: 120, within: minute },
  /** questions that read thousands of responses */
  lookups: { most: 240, within: minute },
  presence: { most: 600, within: minute },
  'wrong invitations': { most: 50, within: 15 * minute },
  batches: { most: 300, within: minute },
  'bytes of responses': { most: 200 * megabyte, within: day },
  'bytes of photos': { most: 1024 * megabyte, within: day },
  'bytes of files': { most: 2048 * megabyte, within: day },
  anonymous: { most: 1200, within: minute },
} as const;
export type Rate = keyof typeof rates;

/** what somebody has used of a rate */
export interface Added {
  readonly rate: Rate;
  readonly who: string;
  readonly amount: number;
}

/** open at the same time: a person's, and the server's */
export const atOnce = {
  uploads: { most: 3, inAll: 200 },
  streams: { most: 10, inAll: 2000 },
} as const;

/** what may be used up: a rate, or places that are open at once */
export type Limited = Rate | keyof typeof atOnce;

/** by one person; not more than a response keeps in itself (responses/decision-pages.ts) */
export const decisionsOnAResponse = { most: 50, within: day };

const tryAgainAfter = 10;
/** who is told once that somebody has to wait is not told again so soon */
const toldWithin = 15 * minute;

export class Limits {
  readonly #on: boolean;
  readonly #now: () => number;
  readonly #windows = new Map<Rate, { endsAt: number; readonly used: Map<string, number> }>();
  readonly #open = { uploads: new Map<string, number>(), streams: new Map<string, number>() };
  readonly #openInAll = { uploads: 0, streams: 0 };
  #added: (added: Added) => void = () => undefined;
  #refused: (what: Limited, who: string) => void = () => undefined;
  readonly #told = { endsAt: 0, keys: new Set<string>() };

  constructor(on = true, now: () => number = Date.now) {
    this.#on = on;
    this.#now = now;
  }

  /** @throws too-many-requests once the limit is reached; what goes over it by its size alone still passes */
  count(rate: Rate, who: string, amount = 1): void {
    this.check(rate, who);
    this.add(rate, who, amount);
  }

  /** @throws too-many-requests with the seconds until it may go on */
  check(rate: Rate, who: string): void {
    const now = this.#now();
    const { endsAt, used } = this.#windowOf(rate, now);
    if (!this.#on || (used.get(who) ?? 0) < rates[rate].most) return;
    this.#tell(rate, who, now);
    throw tooMany((endsAt - now) / 1000);
  }

  add(rate: Rate, who: string, amount: number): void {
    this.addElsewhere({ rate, who, amount });
    this.#added({ rate, who, amount });
  }

  /** What another process of the fleet has counted. */
  addElsewhere({ rate, who, amount }: Added): void {
    const { used } = this.#windowOf(rate, this.#now());
    used.set(who, (used.get(who) ?? 0) + amount);
  }

  /** `listener` hears what is counted here. */
  onAdded(listener: (added: Added) => void): void {
    this.#added = listener;
  }

  /** `listener` hears of the first refusal of each limit and person within a quarter of an hour. */
  onRefused(listener: (what: Limited, who: string) => void): void {
    this.#refused = listener;
  }

  #tell(what: Limited, who: string, now: number): void {
    const { endsAt, keys } = this.#told;
    if (endsAt <= now) {
      this.#told.endsAt = now + toldWithin;
      keys.clear();
    }
    const key = `${what} ${who}`;
    if (keys.has(key)) return;
    keys.add(key);
    this.#refused(what, who);
  }

  /** All begin and end together, and are forgotten then: the memory is that of one window. */
  #windowOf(rate: Rate, now: number) {
    const known = this.#windows.get(rate);
    if (known && known.endsAt > now) return known;
    const window = { endsAt: now + rates[rate].within, used: new Map<string, number>() };
    this.#windows.set(rate, window);
    return window;
  }

  /** how many are open now */
  get open(): Readonly<Record<keyof typeof atOnce, number>> {
    return this.#openInAll;
  }

  /** Something that stays open until what is returned is called. @throws too-many-requests */
  hold(what: keyof typeof atOnce, who: string): () => void {
    const open = this.#open[what];
    const own = open.get(who) ?? 0;
    const { most, inAll } = atOnce[what];
    if (this.#on && (own >= most || this.#openInAll[what] >= inAll)) {
      this.#tell(what, who, this.#now());
      throw tooMany(tryAgainAfter);
    }
    open.set(who, own + 1);
    this.#openInAll[what]++;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#openInAll[what]--;
      const left = (open.get(who) ?? 1) - 1;
      if (left > 0) open.set(who, left);
      else open.delete(who);
    };
  }
}

export function tooMany(retryAfter: number): Problem {
  return problem('too-many-requests', {
    retryAfter,
    detail: 'Wait as long as the header Retry-After says, then send it again.',
  });
}

export function limitsOf(req: Request): Limits {
  return (req.app.locals.context as { readonly limits: Limits }).limits; // set by createApp
}

/** Invented names and addresses share a bounded number of places, whatever their number. */
const places = 8192;
export const counterOf = (text: string): string =>
  String(hash('sha256', text, 'buffer').readUInt32LE(0) % places);

/** One line of a household or office has a whole /64 of IPv6 addresses. */
export function networkOf(address: string): string {
  return address.includes('.') || !address.includes(':')
    ? address
    : address.split(':').slice(0, 4).join(':');
}
