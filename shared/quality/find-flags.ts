// All rules over all responses of a round, in one pass.
import { DistrictWeeks } from './district-weeks.ts';
import { type FoundFlag, type LookedAt, mostFlags, qualityRules } from './flag.ts';
import { RepeatedWords } from './repeated-words.ts';
import { Senders } from './senders.ts';

export class FlagFinder {
  readonly #senders = new Senders();
  readonly #words = new RepeatedWords();
  readonly #weeks: DistrictWeeks;

  constructor(today: string) {
    this.#weeks = new DistrictWeeks(today);
  }

  add(one: LookedAt): void {
    this.#senders.add(one);
    this.#words.add(one);
    this.#weeks.add(one);
  }

  /** Piece by piece, so that others have their turn in between; the last call gives all there are, of each rule those with most cases. */
  *flags(): Generator<undefined, readonly FoundFlag[]> {
    const all = [...this.#senders.flags()];
    yield;
    for (const some of this.#weeks.flags()) {
      all.push(...some);
      yield;
    }
    all.push(...this.#words.flags());
    yield;
    return qualityRules.flatMap((rule) =>
      all
        .filter((flag) => flag.rule === rule)
        .sort((one, other) => other.cases - one.cases || (one.subject < other.subject ? -1 : 1))
        .slice(0, mostFlags),
    );
  }
}
