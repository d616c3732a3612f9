// What cells of a file were read as. Its columns say the same few hundred things in row after row, and reading one of them costs
// fifty times as much as finding it here. Lives as long as its file is read: nothing a stranger wrote stays in memory behind it.
import type { PlacedField } from './fields/fields.ts';
import type { Read } from './kinds/kind.ts';
import type { Violation } from './violation.ts';

/** different cells of one field; more are no longer the same few */
const most = 2000;
const longest = 200;
/** cells after which a column that hardly ever repeats itself is no longer remembered */
const triedFor = 1000;

export interface KnownReading {
  readonly read: Read<unknown, unknown>;
  /** what there was to say of it, and where the value stood then */
  readonly said: readonly Violation[];
  readonly pointer: string;
}

interface OfField {
  readonly readings: Map<string, KnownReading>;
  asked: number;
  found: number;
}

export class KnownReadings {
  readonly #byField = new Map<PlacedField, OfField>();

  /** What a cell was read as before; undefined: read it, and `keep` that. A field that is read by what stands beside it is not asked for here. */
  find(field: PlacedField, cell: string, pointer: string): KnownReading | undefined {
    if (cell.length > longest) return undefined;
    const known = this.#of(field);
    // not even looked for any more: the column of titles has no two alike
    if (!isWorthIt(known)) return undefined;
    known.asked++;
    const before = known.readings.get(cell);
    if (before === undefined || before.pointer !== pointer) return undefined;
    known.found++;
    return before;
  }

  /** Whether what was not found is worth keeping. */
  takes(field: PlacedField, cell: string): boolean {
    return cell.length <= longest && isWorthIt(this.#of(field));
  }

  /** `cell`: a text of its own, as one cut out of a file would keep that piece of the file in memory. */
  keep(field: PlacedField, cell: string, reading: KnownReading): void {
    const { readings } = this.#of(field);
    if (readings.size >= most) readings.clear();
    readings.set(cell, reading);
  }

  #of(field: PlacedField): OfField {
    let known = this.#byField.get(field);
    if (!known) {
      known = { readings: new Map(), asked: 0, found: 0 };
      this.#byField.set(field, known);
    }
    return known;
  }
}

const isWorthIt = ({ asked, found }: OfField): boolean => asked <= triedFor || found * 2 >= asked;
