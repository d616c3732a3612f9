// Which rows of a checked file are stored already: their ids are asked about, in blocks, and nothing else of them leaves the device.
import { type KnownRow, mostKnownAsked } from '../../../../shared/api/batches.ts';
import { paths } from '../../../../shared/api/paths.ts';
import { api } from '../../../data/api.ts';
import type { Checker } from './checker.ts';
import type { RowIdentity } from './checking.ts';

export interface ComparedRows {
  readonly fresh: number;
  readonly same: number;
  /** stored before by another office, by its id */
  readonly elsewhere: Readonly<Record<string, number>>;
  /** the first of those whose id stands for other content, and how many there are */
  readonly changed: readonly ChangedRow[];
  readonly changedCount: number;
}

export interface ChangedRow {
  readonly row: number;
  readonly id: string;
}

const mostChanged = 50;
/** a row may ask about two ids */
const rowsAtOnce = mostKnownAsked / 2;

/** `onRows`: how many were asked about so far. Ended with the check. */
export async function compareWithStored(
  checker: Checker,
  survey: string,
  onRows: (rows: number) => void,
): Promise<ComparedRows> {
  const found = { fresh: 0, same: 0, elsewhere: {} as Record<string, number>, changedCount: 0 };
  const changed: ChangedRow[] = [];
  let asked = 0;
  for (let from: number | null = 1; from !== null; ) {
    const block: { rows: readonly RowIdentity[]; next: number | null } = await checker.ask(
      'identities',
      { from, count: rowsAtOnce },
    );
    const ids = block.rows.flatMap(({ id, named }) => (named ? [id, named] : [id]));
    const { items } = await api(paths.knownRows(survey), { method: 'POST', body: { ids } });
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const row of block.rows) {
      const known = byId.get(row.id);
      const isNamed = row.named !== null && byId.has(row.named);
      if (!known && !isNamed) found.fresh++;
      else if (!known || holdsContent(known, row.digest)) found.same++;
      else if (changed.push({ row: row.row, id: row.id })) found.changedCount++;
      if (known) found.elsewhere[known.office] = (found.elsewhere[known.office] ?? 0) + 1;
    }
    changed.length = Math.min(changed.length, mostChanged);
    asked += block.rows.length;
    onRows(asked);
    from = block.next;
  }
  return { ...found, changed };
}

function holdsContent({ digest, formerDigests }: KnownRow, sent: string): boolean {
  return digest === sent || formerDigests.includes(sent);
}
