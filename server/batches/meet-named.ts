// Rows whose id is the id of a stored response: lines of our own export sent back, whichever office sends them. Who says the same is
// the same; who says something else is told, for a file changes nothing that is stored but what was sent back to be mended.
import { isSaidBefore } from '../../shared/batch/said-before.ts';
import { conflict, type JudgedRow, type RowRules } from '../../shared/batch/verdict.ts';
import { checkResponse } from '../../shared/survey/check-response.ts';
import { givenAgain } from '../../shared/survey/given-again.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import type { Context } from '../context.ts';
import { keepForGood } from '../responses/keep-for-good.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { leftOutAsErased } from './row-blocks.ts';

export interface Naming {
  readonly context: Context;
  readonly rules: RowRules;
  readonly office: string;
  /** nothing is written */
  readonly dryRun: boolean;
}

/** The rows, those that name a stored response settled. */
export async function meetNamed(
  rows: readonly JudgedRow[],
  naming: Naming,
): Promise<readonly JudgedRow[]> {
  const ids = new Set(rows.flatMap((row) => (row.kind === 'storable' ? (row.named ?? []) : [])));
  if (ids.size === 0) return rows;
  const stored = new Map<string, StoredResponse>();
  // what an identity is compared with is read whatever the sender may see: all that is told of it is whether it is the same
  const reader = responsesIn({ kind: 'all' }, naming.context);
  for await (const one of reader.each([...ids]))
    if (one.survey === naming.rules.definition.id) stored.set(one._id, one);
  // a load that is under way may take it back; who is told that it is stored finds it there
  for (const id of naming.dryRun ? [] : await keepForGood(naming.context, [...stored.values()]))
    stored.delete(id);
  if (stored.size === 0) return rows;
  // once for each, however many rows name it: a response may be much longer than a row
  const known = new Map<string, Readings>();
  for (const [id, one] of stored) known.set(id, [one, readAgain(one, naming.rules)]);
  return rows.map((row) => settleNamed(row, known, naming));
}

/** a response as it is stored, and as it would be today */
type Readings = readonly [stored: StoredResponse, again: CheckedResponse];

function settleNamed(
  row: JudgedRow,
  known: ReadonlyMap<string, Readings>,
  { rules, office }: Naming,
): JudgedRow {
  const readings = row.kind === 'storable' && row.named !== null ? known.get(row.named) : undefined;
  if (row.kind === 'settled' || !readings) return row;
  const [stored] = readings;
  const { verdict, response } = row;
  // what it said cannot be compared any more, and is not to come back
  if (stored.erasedAt) return { kind: 'settled', verdict: leftOutAsErased(verdict) };
  const isSame = readings.some((reading) => isSaidBefore(response, reading, rules.columns));
  if (!isSame && isSentBack(stored, office))
    return { ...row, verdict: { ...verdict, responseId: stored._id } };
  if (!isSame)
    return { kind: 'settled', verdict: conflict(verdict, rules.columns, { stored: true }) };
  const same = { ...verdict, outcome: 'same' as const, responseId: stored._id };
  const isOwn = stored.office === office;
  return { kind: 'settled', verdict: isOwn ? same : { ...same, knownFrom: stored.office } };
}

/** Then its line is its new content, as a line with an id of the office's own is. One line cannot stand for several issues. */
const isSentBack = ({ status, issues, ...stored }: StoredResponse, office: string): boolean =>
  status === 'returned' && stored.office === office && issues.length === 1 && !stored.withdrawnAt;

/** As today's rules read it: what was stored under older ones comes back through newer ones. */
function readAgain(stored: StoredResponse, rules: RowRules): CheckedResponse {
  const { definition, today, districts } = rules;
  const context = { today, ...(districts && { districts }) };
  return checkResponse(definition, givenAgain(stored), context).response ?? stored;
}
