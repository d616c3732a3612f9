// Where rules find what they are to look at, and how much they have linked: walks over the columns, in turns.
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { Turn } from '../db/turn.ts';
import { buried, gone, isWithdrawn, statusOfWho } from './codes.ts';
import type { Columns } from './columns.ts';
import { select } from './filter.ts';
import { fromId } from './ids.ts';
import { countsInRow } from './scan.ts';
import type { Shelf } from './shelf.ts';

/** everything but what was rejected: a rule links what may count, and looks at the rest when it does */
const statuses = ['received', 'endorsed', 'approved', 'returned', 'pending'];

export interface RowsOfRule {
  readonly id: string;
  readonly survey: string;
  readonly filters: Filters;
  readonly scope: Scope;
  /** else only what it has linked is looked for */
  readonly isOn: boolean;
}

/** Ids of responses, sixteen bytes each. */
export class TakenIds {
  readonly #words: number[][] = [];
  length = 0;

  add(words: number[]): void {
    this.#words.push(words);
    this.length += words.length / 4;
  }

  /** So many at a time. */
  *inParts(most: number): Generator<readonly string[]> {
    for (const words of this.#words)
      for (let at = 0; at < words.length; at += 4 * most) {
        const part = words.slice(at, at + 4 * most);
        yield Array.from({ length: part.length / 4 }, (_, n) => idAt(part, 4 * n));
      }
  }
}

const idAt = (words: readonly number[], at: number): string =>
  fromId([words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0]);

const rowsAtOnce = 500;

/**
 * The responses that rules have to look at: those that they may link something of, and those of which they have. A row that is moved
 * meanwhile is told to whoever listens; the rows of a shelf that is replaced meanwhile stand where they stood.
 */
export async function idsForRules(
  columns: () => Columns,
  rules: readonly RowsOfRule[],
): Promise<TakenIds> {
  const taken = new TakenIds();
  const turn = new Turn();
  for (let number = 0; number < columns().shelves.length; number++) {
    const shelf = columns().shelves[number];
    if (!shelf || shelf.length === 0) continue;
    const isWanted = wantedIn(columns(), number, rules);
    const words: number[] = [];
    const { length } = shelf;
    for (let r = 0; r < length; r++) {
      if (isWanted(shelf, r)) words.push(...shelf.idAt(r));
      if (r % rowsAtOnce === 0) await turn.giveWay();
    }
    taken.add(words);
  }
  return taken;
}

function wantedIn(columns: Columns, number: number, rules: readonly RowsOfRule[]) {
  const selections = rules
    .filter(({ isOn }) => isOn)
    .map(({ survey, scope, filters }) =>
      select({ survey, scope, filters: { ...filters, status: statuses } }, columns, false),
    )
    .filter(({ shelves }) => shelves.includes(number));
  const ids = new Set(rules.map(({ id }) => id));
  const sets = new Uint8Array(columns.linkSets.size + 1);
  for (let code = 1; code < sets.length; code++)
    sets[code] = columns.linkSets.at(code).rules.some((rule) => ids.has(rule)) ? 1 : 0;
  return (shelf: Shelf, r: number): boolean => {
    const status = statusOfWho(shelf.who[r] ?? 0);
    if (status === buried) return false;
    const end = shelf.start[r + 1] ?? 0;
    for (let i = shelf.start[r] ?? 0; i < end; i++) if (sets[shelf.link[i] ?? 0] === 1) return true;
    return status !== gone && selections.some((one) => countsInRow(one, shelf, r));
  };
}

/** How many issues each rule has linked and nobody has confirmed; of responses that are withdrawn or gone none. */
export function issuesByRule(columns: Columns): ReadonlyMap<string, number> {
  const bySet = new Int32Array(columns.linkSets.size + 1);
  for (const shelf of columns.shelves) {
    for (let r = 0; r < shelf.length; r++) {
      const who = shelf.who[r] ?? 0;
      if (isOut(who) || isWithdrawn(who)) continue;
      const end = shelf.start[r + 1] ?? 0;
      for (let i = shelf.start[r] ?? 0; i < end; i++) {
        const code = shelf.link[i] ?? 0;
        if (code !== 0) bySet[code] = (bySet[code] ?? 0) + 1;
      }
    }
  }
  const counts = new Map<string, number>();
  for (const [code, count] of bySet.entries())
    for (const rule of columns.linkSets.at(code).rules)
      counts.set(rule, (counts.get(rule) ?? 0) + count);
  return counts;
}

const isOut = (who: number): boolean => [gone, buried].includes(statusOfWho(who));
