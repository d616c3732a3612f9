// The shelves, the ids that lead into them, and the codes they are written in: where a response stands, and how it gets there.

import {
  affectedCode,
  buried,
  dayCode,
  districtCode,
  packKey,
  packWhen,
  packWho,
  shelfCount,
  shelfOf,
  statusOfWho,
  surveyOfWho,
} from './codes.ts';
import type { Countable } from './countable.ts';
import { Dictionaries, type KeptDictionaries } from './dictionaries.ts';
import type { Id } from './ids.ts';
import { IdIndex, placeOf, rowOfPlace, shelfOfPlace, toId } from './ids.ts';
import { IssueIdCodes } from './issue-id-codes.ts';
import { type CountedLinks, LinkSets } from './link-sets.ts';
import type { FactRow, KeptShelf, ShelfSizes } from './shelf.ts';
import { Shelf } from './shelf.ts';

/** Where a response stands. */
export interface RowPlace {
  readonly shelf: Shelf;
  /** the shelf's number */
  readonly number: number;
  readonly r: number;
}

export interface ColumnsSize {
  readonly responses: number;
  readonly issues: number;
  /** in memory, without the tables of ids and names beside them */
  readonly bytes: number;
}

export interface KeptColumns {
  readonly shelves: readonly KeptShelf[];
  readonly dictionaries: KeptDictionaries;
  readonly linkSets: readonly CountedLinks[];
  readonly issueIds: readonly string[];
}

export class Columns {
  readonly dictionaries = new Dictionaries();
  readonly linkSets = new LinkSets();
  readonly issueIds = new IssueIdCodes();
  readonly shelves: Shelf[];
  readonly #sizes: ShelfSizes;
  readonly #ids: IdIndex;

  /** `slots` of each id table at first, a power of two */
  constructor(sizes: ShelfSizes & { readonly slots: number }, seed: number) {
    this.#sizes = sizes;
    this.shelves = Array.from({ length: shelfCount }, () => new Shelf(sizes));
    const shelfAt = (place: number) => this.#shelf(shelfOfPlace(place));
    this.#ids = new IdIndex(
      {
        isAt: (place, id) => shelfAt(place).isAt(rowOfPlace(place), id),
        idAt: (place) => shelfAt(place).idAt(rowOfPlace(place)),
      },
      sizes.slots,
      seed,
    );
  }

  /** How many responses and issues stand here, counted or not. */
  get size(): ColumnsSize {
    return {
      responses: this.shelves.reduce((n, shelf) => n + shelf.length - shelf.buriedRows, 0),
      issues: this.shelves.reduce((n, shelf) => n + shelf.issues - shelf.buriedIssues, 0),
      bytes: this.shelves.reduce((n, shelf) => n + shelf.bytes, 0),
    };
  }

  find(id: Id): RowPlace | undefined {
    const place = this.#ids.find(id);
    if (place === undefined) return undefined;
    const number = shelfOfPlace(place);
    return { shelf: this.#shelf(number), number, r: rowOfPlace(place) };
  }

  /** @throws CodeLimit */
  toRow(response: Countable): FactRow {
    const { place, issues, batch, office } = response;
    const subPlans = this.dictionaries.subPlans(response.survey);
    return {
      id: toId(response._id),
      who: packWho({
        survey: this.dictionaries.surveys.code(response.survey),
        withdrawn: response.withdrawnAt !== null,
        type: response.respondent.type,
        status: response.status,
        channel: response.channel,
      }),
      when: packWhen(districtCode(place.districtCode), dayCode(response.day)),
      version: response.version,
      batch: batch === null ? 0 : this.dictionaries.batches.code(batch),
      office: this.dictionaries.offices.code(office),
      receivedAt: response.receivedAt.getTime(),
      keys: issues.map(({ subPlan, strategy, severity, affected }) =>
        packKey(subPlan === null ? 0 : subPlans.code(subPlan), strategy, severity, affected),
      ),
      affected: issues.map(({ affected }) => affectedCode(affected)),
      issueIds: issues.map(({ id }) => this.issueIds.code(id)),
    };
  }

  append(province: string, row: FactRow): void {
    const number = shelfOf(province);
    this.#ids.set(row.id, placeOf(number, this.#shelf(number).append(row)));
  }

  surveyAt({ shelf, r }: RowPlace): string {
    return this.dictionaries.surveys.value(surveyOfWho(shelf.who[r] ?? 0)) ?? '';
  }

  /** Drops the buried rows of a shelf; `moved[r]` is where row r went, or would stand. */
  compact(number: number): Int32Array {
    const { shelf, moved } = this.#shelf(number).compacted(this.#sizes);
    this.shelves[number] = shelf;
    this.#ids.moveRows(number, moved);
    return moved;
  }

  /** The same where at least so many rows are buried, and half of the shelf; undefined: it stays as it is. */
  compactIfWorth(number: number, buriedRows: number): Int32Array | undefined {
    const shelf = this.#shelf(number);
    const isWorth = shelf.buriedRows >= buriedRows && shelf.buriedRows * 2 >= shelf.length;
    return isWorth ? this.compact(number) : undefined;
  }

  toKeep(): KeptColumns {
    return {
      shelves: this.shelves.map((shelf) => shelf.toKeep()),
      dictionaries: this.dictionaries.toKeep(),
      linkSets: this.linkSets.toKeep(),
      issueIds: this.issueIds.toKeep(),
    };
  }

  /** Stands as it was kept; nothing was appended before. */
  take({ shelves, dictionaries, linkSets, issueIds }: KeptColumns): void {
    this.dictionaries.take(dictionaries);
    this.linkSets.take(linkSets);
    this.issueIds.take(issueIds);
    for (const [number, kept] of shelves.entries()) {
      const shelf = this.#shelf(number);
      shelf.take(kept);
      for (let r = 0; r < shelf.length; r++)
        if (statusOfWho(shelf.who[r] ?? 0) !== buried)
          this.#ids.set(shelf.idAt(r), placeOf(number, r));
    }
  }

  #shelf(number: number): Shelf {
    const shelf = this.shelves[number];
    if (!shelf) throw new RangeError(`There is no shelf ${number}.`);
    return shelf;
  }
}
