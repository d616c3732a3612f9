// What districts and offices add up to. Nobody looks at them on every page, so only a view that was asked for them keeps them: they are
// counted row by row, as a list of responses is found, in slices like everything else.
import { provinces } from '../../shared/places/provinces.ts';
import { affectedKnown, districtOfWhen } from './codes.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { Selection } from './filter.ts';
import { countsInRow, issuePasses } from './scan.ts';
import type { Shelf } from './shelf.ts';

export interface RowCounts {
  issues: number;
  responses: number;
  affected: number;
  /** issues whose number of people is known */
  affectedKnown: number;
}

export interface RowsCounted {
  /** by province, then by district code such as `5001`; null: without one */
  readonly districts: readonly {
    readonly province: string | null;
    readonly district: string | null;
    readonly counts: RowCounts;
  }[];
  readonly offices: readonly { readonly office: string; readonly counts: RowCounts }[];
}

/** Sums that add: a row can be taken out again. */
export class PlacesTally {
  readonly #districts = new Map<number, RowCounts>();
  readonly #offices = new Map<number, RowCounts>();

  /** Rows `from` up to `to` (exclusive) of the shelf with this number. */
  add(
    selection: Selection,
    { shelf, number }: { readonly shelf: Shelf; readonly number: number },
    [from, to]: readonly [from: number, to: number],
    sign: 1 | -1,
  ): void {
    for (let r = from; r < to; r++) {
      if (!countsInRow(selection, shelf, r)) continue;
      const district = number * perProvince + districtOfWhen(shelf.when[r] ?? 0);
      const sums = [
        at(this.#districts, district),
        at(this.#offices, shelf.office[r] ?? 0),
      ] as const;
      addRow(selection, shelf, r, sign, ...sums);
    }
  }

  /** Only what has something, in the order of the codes. */
  counted({ offices }: Dictionaries): RowsCounted {
    return {
      districts: inOrder(this.#districts).map(([key, counts]) => {
        const province = provinces[Math.floor(key / perProvince) - 1]?.code ?? null;
        const district = key % perProvince;
        const isKnown = province !== null && district > 0;
        return {
          province,
          district: isKnown ? `${province.slice(3)}${String(district).padStart(2, '0')}` : null,
          counts,
        };
      }),
      offices: inOrder(this.#offices).map(([code, counts]) => ({
        office: offices.value(code) ?? 'none',
        counts,
      })),
    };
  }
}

/** more than any province has districts */
const perProvince = 64;

function at(all: Map<number, RowCounts>, key: number): RowCounts {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = { issues: 0, responses: 0, affected: 0, affectedKnown: 0 };
  all.set(key, made);
  return made;
}

/** to both sums, without an object for each row */
function addRow(
  selection: Selection,
  shelf: Shelf,
  r: number,
  sign: 1 | -1,
  one: RowCounts,
  other: RowCounts,
): void {
  let [issues, affected, known] = [0, 0, 0];
  const end = shelf.start[r + 1] ?? 0;
  for (let i = shelf.start[r] ?? 0; i < end; i++) {
    if (!issuePasses(selection, shelf, i)) continue;
    const key = shelf.key[i] ?? 0;
    issues += 1;
    affected += shelf.affected[i] ?? 0;
    if (affectedKnown(key)) known += 1;
  }
  for (const sum of [one, other]) {
    sum.responses += sign;
    sum.issues += sign * issues;
    sum.affected += sign * affected;
    sum.affectedKnown += sign * known;
  }
}

function inOrder(all: ReadonlyMap<number, RowCounts>): [number, RowCounts][] {
  return [...all].filter(([, { responses }]) => responses > 0).sort(([a], [b]) => a - b);
}
