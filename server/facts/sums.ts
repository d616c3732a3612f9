// What a view keeps: plain integer arrays that add, so a response can be taken out again. Everything shown derives from them.
import { keyBits, monthCount, shelfCount, strategySlots, whoBits } from './codes.ts';

/** room for the respondent types in an index */
export const types = 4;
/** issues of one shelf in `cells`, responses of one shelf in `sets` */
export const perShelf = types << keyBits;
export const perShelfAffected = types * strategySlots;

export class Sums {
  /** issues: shelf, type, strategy, severity, affected known */
  readonly cells = new Int32Array(shelfCount * perShelf);
  /** people: shelf, type, strategy. They pass 2^31 soon; integers are exact in a double up to 2^53. */
  readonly affected = new Float64Array(shelfCount * perShelfAffected);
  /** responses: shelf, type, the set of strategies that their counted issues have (bit 0 = none) */
  readonly sets = new Int32Array(shelfCount * perShelf);
  /** issues: month, strategy */
  readonly months = new Int32Array(monthCount * strategySlots);
  /** issues and responses by who word without its survey */
  readonly issuesByWho = new Int32Array(1 << whoBits);
  readonly responsesByWho = new Int32Array(1 << whoBits);
  /** responses by shelf and type that pass every filter but those on issues: what shares are of */
  readonly asked = new Int32Array(shelfCount * types);
  /** responses that wait, one number */
  readonly pending = new Int32Array(1);

  /** A bit for each of these shelves that has a response. */
  reporting(shelves: readonly number[]): bigint {
    let bits = 0n;
    for (const shelf of shelves) {
      const ours = this.asked.subarray(shelf * types, (shelf + 1) * types);
      if (ours.some((responses) => responses > 0)) bits |= 1n << BigInt(shelf);
    }
    return bits;
  }
}
