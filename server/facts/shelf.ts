// The responses of one province as columns, and their issues in runs behind them. Growth and compaction are its own business.
import { buried, dayOfWhen, statusOfWho, withStatus } from './codes.ts';
import type { Id } from './ids.ts';

export interface ShelfSizes {
  /** responses and issues there is room for at first */
  readonly rows: number;
  readonly issues: number;
  /** responses that share a first and a last day */
  readonly zone: number;
}

/** A response as it stands in the columns. */
export interface FactRow {
  readonly id: Id;
  readonly who: number;
  readonly when: number;
  readonly version: number;
  /** 0 = none */
  readonly batch: number;
  readonly office: number;
  /** ms since 1970 */
  readonly receivedAt: number;
  readonly keys: readonly number[];
  readonly affected: readonly number[];
  /** codes of the issues' ids */
  readonly issueIds: readonly number[];
  /** what each is linked to, and the version of that; absent: nothing */
  readonly links?: readonly number[];
  readonly linkVersions?: readonly number[];
}

const columnNames = ['who', 'when', 'start', 'version', 'batch', 'office', 'receivedAt'] as const;
const moreNames = ['ids', 'key', 'zoneFirst', 'zoneLast'] as const;
const issueNames = ['affected', 'issueId', 'link', 'linkVersion'] as const;
const allNames = [...columnNames, ...moreNames, ...issueNames];

/** The columns without the room behind them. */
export type KeptShelf = Pick<
  Shelf,
  (typeof allNames)[number] | 'length' | 'buriedRows' | 'buriedIssues'
>;

export class Shelf {
  readonly #zoneSize: number;
  /** responses, buried ones included */
  length = 0;
  buriedRows = 0;
  /** of buried rows, whose issues stand here all the same */
  buriedIssues = 0;
  who: Int32Array;
  when: Int32Array;
  /** where a response's issues begin; one longer than the others: the end of the last */
  start: Int32Array;
  version: Int32Array;
  batch: Int32Array;
  office: Uint16Array;
  receivedAt: Float64Array;
  /** four words a response */
  ids: Int32Array;
  key: Uint16Array;
  affected: Int32Array;
  issueId: Int32Array;
  link: Int32Array;
  linkVersion: Int32Array;
  zoneFirst: Uint16Array;
  zoneLast: Uint16Array;

  constructor({ rows, issues, zone }: ShelfSizes) {
    this.#zoneSize = zone;
    this.who = new Int32Array(rows);
    this.when = new Int32Array(rows);
    this.start = new Int32Array(rows + 1);
    this.version = new Int32Array(rows);
    this.batch = new Int32Array(rows);
    this.office = new Uint16Array(rows);
    this.receivedAt = new Float64Array(rows);
    this.ids = new Int32Array(rows * 4);
    this.key = new Uint16Array(issues);
    this.affected = new Int32Array(issues);
    this.issueId = new Int32Array(issues);
    this.link = new Int32Array(issues);
    this.linkVersion = new Int32Array(issues);
    this.zoneFirst = new Uint16Array(Math.ceil(rows / zone)).fill(0xffff);
    this.zoneLast = new Uint16Array(Math.ceil(rows / zone));
  }

  get issues(): number {
    return this.start[this.length] ?? 0;
  }

  get bytes(): number {
    return allNames.reduce((n, name) => n + this[name].byteLength, 0);
  }

  toKeep(): KeptShelf {
    const { length, buriedRows, buriedIssues, issues } = this;
    const zones = Math.ceil(length / this.#zoneSize);
    return {
      length,
      buriedRows,
      buriedIssues,
      who: this.who.subarray(0, length),
      when: this.when.subarray(0, length),
      start: this.start.subarray(0, length + 1),
      version: this.version.subarray(0, length),
      batch: this.batch.subarray(0, length),
      office: this.office.subarray(0, length),
      receivedAt: this.receivedAt.subarray(0, length),
      ids: this.ids.subarray(0, length * 4),
      key: this.key.subarray(0, issues),
      affected: this.affected.subarray(0, issues),
      issueId: this.issueId.subarray(0, issues),
      link: this.link.subarray(0, issues),
      linkVersion: this.linkVersion.subarray(0, issues),
      zoneFirst: this.zoneFirst.subarray(0, zones),
      zoneLast: this.zoneLast.subarray(0, zones),
    };
  }

  /** Stands as it was kept; an empty one keeps its room. */
  take(kept: KeptShelf): void {
    if (kept.length > 0) Object.assign(this, kept);
  }

  /** Returns the new row's number. */
  append(row: FactRow): number {
    const r = this.length;
    const first = this.issues;
    this.#makeRoom(r + 1, first + row.keys.length);
    this.who[r] = row.who;
    this.when[r] = row.when;
    this.version[r] = row.version;
    this.batch[r] = row.batch;
    this.office[r] = row.office;
    this.receivedAt[r] = row.receivedAt;
    this.ids.set(row.id, r * 4);
    this.key.set(row.keys, first);
    this.affected.set(row.affected, first);
    this.issueId.set(row.issueIds, first);
    this.link.set(row.links ?? [], first);
    this.linkVersion.set(row.linkVersions ?? [], first);
    this.start[r + 1] = first + row.keys.length;
    this.length = r + 1;
    this.#widenZone(r, dayOfWhen(row.when));
    return r;
  }

  bury(r: number): void {
    this.who[r] = withStatus(this.who[r] ?? 0, buried);
    this.buriedRows += 1;
    this.buriedIssues += (this.start[r + 1] ?? 0) - (this.start[r] ?? 0);
  }

  idAt(r: number): Id {
    const { ids } = this;
    const at = r * 4;
    return [ids[at] ?? 0, ids[at + 1] ?? 0, ids[at + 2] ?? 0, ids[at + 3] ?? 0];
  }

  isAt(r: number, id: Id): boolean {
    const { ids } = this;
    const at = r * 4;
    return (
      ids[at] === id[0] && ids[at + 1] === id[1] && ids[at + 2] === id[2] && ids[at + 3] === id[3]
    );
  }

  /** Whether no response of the zone that holds row `r` can have a day from `from` to `to` (codes, inclusive). */
  zoneMisses(r: number, from: number, to: number): boolean {
    const zone = Math.floor(r / this.#zoneSize);
    return (this.zoneLast[zone] ?? 0) < from || (this.zoneFirst[zone] ?? 0) > to;
  }

  /** the first row after the zone that holds `r` */
  zoneEnd(r: number): number {
    return (Math.floor(r / this.#zoneSize) + 1) * this.#zoneSize;
  }

  /** A copy without buried rows; `moved[r]` is where row r went, or would stand. */
  compacted(sizes: ShelfSizes): { shelf: Shelf; moved: Int32Array } {
    const moved = new Int32Array(this.length + 1);
    const room = { rows: this.length - this.buriedRows, issues: this.issues, zone: sizes.zone };
    const shelf = new Shelf({
      ...room,
      rows: Math.max(room.rows, sizes.rows),
      issues: Math.max(room.issues, sizes.issues),
    });
    for (let r = 0; r < this.length; r++) {
      moved[r] = shelf.length;
      if (statusOfWho(this.who[r] ?? 0) !== buried) shelf.append(this.#rowAt(r));
    }
    moved[this.length] = shelf.length;
    return { shelf, moved };
  }

  #rowAt(r: number): FactRow {
    const first = this.start[r];
    const end = this.start[r + 1];
    return {
      id: this.idAt(r),
      who: this.who[r] ?? 0,
      when: this.when[r] ?? 0,
      version: this.version[r] ?? 0,
      batch: this.batch[r] ?? 0,
      office: this.office[r] ?? 0,
      receivedAt: this.receivedAt[r] ?? 0,
      keys: [...this.key.subarray(first, end)],
      affected: [...this.affected.subarray(first, end)],
      issueIds: [...this.issueId.subarray(first, end)],
      links: [...this.link.subarray(first, end)],
      linkVersions: [...this.linkVersion.subarray(first, end)],
    };
  }

  #widenZone(r: number, day: number): void {
    if (day === 0) return; // no date filter lets it through, so it may hide in any zone
    const zone = Math.floor(r / this.#zoneSize);
    this.zoneFirst[zone] = Math.min(this.zoneFirst[zone] ?? 0xffff, day);
    this.zoneLast[zone] = Math.max(this.zoneLast[zone] ?? 0, day);
  }

  /** A write past the end of a typed array is silent, so every capacity follows from these two numbers, here. */
  #makeRoom(rows: number, issues: number): void {
    if (rows > this.who.length) {
      const room = Math.max(rows, Math.ceil(this.who.length * 1.5));
      const zones = Math.ceil(room / this.#zoneSize);
      this.who = copyOf(new Int32Array(room), this.who);
      this.when = copyOf(new Int32Array(room), this.when);
      this.start = copyOf(new Int32Array(room + 1), this.start);
      this.version = copyOf(new Int32Array(room), this.version);
      this.batch = copyOf(new Int32Array(room), this.batch);
      this.office = copyOf(new Uint16Array(room), this.office);
      this.receivedAt = copyOf(new Float64Array(room), this.receivedAt);
      this.ids = copyOf(new Int32Array(room * 4), this.ids);
      this.zoneFirst = copyOf(new Uint16Array(zones).fill(0xffff), this.zoneFirst);
      this.zoneLast = copyOf(new Uint16Array(zones), this.zoneLast);
    }
    if (issues > this.key.length) {
      const room = Math.max(issues, Math.ceil(this.key.length * 1.5));
      this.key = copyOf(new Uint16Array(room), this.key);
      for (const name of issueNames) this[name] = copyOf(new Int32Array(room), this[name]);
    }
  }
}

function copyOf<A extends { set(from: A): void }>(to: A, from: A): A {
  to.set(from);
  return to;
}
