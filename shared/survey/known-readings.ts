// What cells of a file were read as. Its columns say the same few hundred things in row after row, and reading one of them costs
// fifty times as much as finding it here. Lives as long as its file is read: nothing a stranger wrote stays in memory behind it.
import type { PlacedField } from './fields/fields.ts';
import type { Read } from './kinds/kind.ts';

/** different cells of one field; more are no longer the same few */
const most = 2000;
const longest = 200;
/** cells after which a column that hardly ever repeats itself is no longer remembered */
const triedFor = 1000;

interface OfField {
  readonly readings: Map<string, Read<unknown, unknown>>;
  asked: number;
  found: number;
}

export class KnownReadings {
  readonly #byField = new Map<PlacedField, OfField>();

  /**
   * What a cell was read as, or is by `read`. Kept is only what there was nothing to say of: `says` tells whether there was.
   * A field that is read by what stands beside it is not asked for here.
   */
  of(
    field: PlacedField,
    cell: string,
    read: (cell: string) => Read<unknown, unknown>,
    says: () => boolean,
  ): Read<unknown, unknown> {
    if (cell.length > longest) return read(cell);
    const known = this.#of(field);
    const before = known.readings.get(cell);
    known.asked++;
    if (before !== undefined) {
      known.found++;
      return before;
    }
    if (known.asked > triedFor && known.found * 2 < known.asked) return read(cell);
    // a text of its own: one cut out of a file would keep that piece of the file in memory
    const own = ` ${cell}`.slice(1);
    const value = read(own);
    if (says()) return value;
    if (known.readings.size >= most) known.readings.clear();
    known.readings.set(own, value);
    return value;
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
