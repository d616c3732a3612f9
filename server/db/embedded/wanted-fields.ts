// The names of the fields that a scan keeps, found by the bytes they are written in.
import type { Tree } from './projection.ts';

export interface WantedField {
  readonly name: string;
  /** undefined: all of it is wanted */
  readonly inside: WantedFields | undefined;
}

interface Entry extends WantedField {
  readonly bytes: Buffer;
  /** another one in the same slot */
  readonly next: Entry | undefined;
}

const slots = 256;

export class WantedFields {
  readonly #slots: (Entry | undefined)[] = new Array(slots).fill(undefined);

  constructor(wanted: Tree) {
    for (const [name, all] of Object.entries(wanted)) {
      const bytes = Buffer.from(name);
      const slot = slotOf(bytes, 0, bytes.length);
      const inside = all === true ? undefined : new WantedFields(all);
      this.#slots[slot] = { name, inside, bytes, next: this.#slots[slot] };
    }
  }

  /** The field whose name stands from `from` to `to`. */
  find(bytes: Buffer, from: number, to: number): WantedField | undefined {
    let entry = this.#slots[slotOf(bytes, from, to)];
    while (entry !== undefined && !spells(bytes, from, to, entry.bytes)) entry = entry.next;
    return entry;
  }
}

/** Length and ends tell most names apart: those that nobody wants are seldom looked at any closer. */
const slotOf = (bytes: Buffer, from: number, to: number): number =>
  ((to - from) * 37 + (bytes[from] ?? 0) * 5 + (bytes[to - 1] ?? 0)) & (slots - 1);

const spells = (bytes: Buffer, from: number, to: number, name: Buffer): boolean =>
  to - from === name.length && isAt(bytes, from, name);

/** Whether these bytes stand there. */
export function isAt(bytes: Buffer, from: number, these: Buffer): boolean {
  for (let i = 0; i < these.length; i++) if (bytes[from + i] !== these[i]) return false;
  return true;
}
