// What a question counts, by the names of things: nobody outside the facts knows a code.
import type { Channel, RespondentType } from '../../shared/survey/response.ts';
import { channels } from '../../shared/survey/response.ts';
import type { Strategy } from '../../shared/survey/strategies.ts';
import { strategies } from '../../shared/survey/strategies.ts';
import {
  channelCode,
  monthName,
  provinceOfShelf,
  shelfOf,
  strategyCode,
  strategySlots,
  typeCode,
} from './codes.ts';
import type { Sums } from './sums.ts';
import { at, type IssueTally, type Tallies, tallyChannels, tallyUp } from './tallies.ts';

/** null: without one */
type MaybeStrategy = Strategy | null;
type MaybeType = RespondentType | null;

export interface CountedMonth {
  /** `YYYY-MM`; null: without a day */
  readonly month: string | null;
  readonly strategy: MaybeStrategy;
  readonly issues: number;
}

export class Counted {
  /** the provinces that could be in it, by scope and filters */
  readonly provinces: readonly string[];
  /** responses that wait */
  readonly pending: number;
  readonly #sums: Sums;
  readonly #tallies: Tallies;
  readonly #reporting: bigint;

  /** `shelves`: those that the question visits; `reporting`: those of them with something that counts in the round */
  constructor(sums: Sums, shelves: readonly number[], reporting: bigint) {
    this.#sums = sums;
    this.#reporting = reporting;
    this.#tallies = tallyUp(sums);
    this.provinces = shelves.filter((shelf) => shelf > 0).map(provinceOfShelf);
    this.pending = sums.pending[0] ?? 0;
  }

  get total(): IssueTally {
    return this.#tallies.total;
  }

  /** `province`: null for responses without a known one */
  inPlace(province: string | null): IssueTally {
    return at(this.#tallies.places, shelfCode(province));
  }

  /** Something of it counts in this round, whatever the question filters by. */
  reports(province: string): boolean {
    return (this.#reporting & (1n << BigInt(shelfCode(province)))) !== 0n;
  }

  about(strategy: MaybeStrategy): IssueTally {
    return at(this.#tallies.strategies, strategyCode(strategy));
  }

  from(type: MaybeType): IssueTally {
    return at(this.#tallies.types, typeCode(type));
  }

  inPlaceAbout(province: string | null, strategy: MaybeStrategy): IssueTally {
    const cell = shelfCode(province) * strategySlots + strategyCode(strategy);
    return at(this.#tallies.cells, cell);
  }

  fromAbout(type: MaybeType, strategy: MaybeStrategy): IssueTally {
    return at(this.#tallies.typeCells, typeCode(type) * strategySlots + strategyCode(strategy));
  }

  /** Issues of a severity, 1 to 5; null: not rated. */
  rated(severity: number | null): number {
    return at(this.#tallies.severities, severity ?? 0);
  }

  /** Issues and responses by channel, in the order of the channels. */
  byChannel(): {
    readonly channel: Channel;
    readonly issues: number;
    readonly responses: number;
  }[] {
    const tallies = tallyChannels(this.#sums);
    return channels.map((channel) => ({ channel, ...at(tallies, channelCode(channel)) }));
  }

  /** Only months and strategies with issues, in order; those without a day last. */
  byMonth(): CountedMonth[] {
    const { months } = this.#sums;
    const dated: CountedMonth[] = [];
    const undated: CountedMonth[] = [];
    for (let first = 0; first < months.length; first += strategySlots) {
      const ours = months.subarray(first, first + strategySlots);
      if (ours.every((issues) => issues === 0)) continue;
      const month = monthName(first / strategySlots);
      for (const strategy of [...strategies, null]) {
        const issues = ours[strategyCode(strategy)] ?? 0;
        if (issues > 0) (month === null ? undated : dated).push({ month, strategy, issues });
      }
    }
    return [...dated, ...undated];
  }
}

const shelfCode = (province: string | null): number => (province === null ? 0 : shelfOf(province));
