// SQLite's plan for a statement of the embedded engine, judged: by an index, in its order, and by every field that is asked for.
import type { Collection } from '../../server/db/database.ts';
import { collections } from '../../server/models.ts';
import type { Sent } from './sent-queries.ts';

/** undefined for statements that are not about documents */
export function readStatement(sql: string, plan: string): Sent | undefined {
  const collection = /(?:FROM|UPDATE) "(\w+)"/.exec(sql)?.[1];
  if (collection === undefined) return undefined;
  const indexes = [...plan.matchAll(/^SEARCH .* USING (?:COVERING )?INDEX (\S+)/gm)].map(
    ([, name = '']) => name,
  );
  return { collection, query: sql, indexes: indexes.map(plainName), fault: faultOf(sql, plan) };
}

const plainName = (index: string) => index.slice(index.indexOf('.') + 1);

function faultOf(sql: string, plan: string): string | undefined {
  // the first few of all, in no order or the index's
  if (/ WHERE 1( ORDER BY .*)? LIMIT \?$/.test(sql) && !plan.includes('TEMP B-TREE'))
    return undefined;
  // a cursor over everything walks the row numbers in windows
  if (/^SCAN (?!json_each)/m.test(plan) || sql.includes('rid > ? AND rid <= ?'))
    return 'reads the whole collection';
  if (plan.includes('TEMP B-TREE')) return 'sorts in memory';
  const unsought = unsoughtFields(sql, plan);
  return unsought.length === 0 ? undefined : `reads more than it asks for: not by ${unsought}`;
}

/** Fields of the filter that the index does not seek, and could not have read behind a range. */
function unsoughtFields(sql: string, plan: string): string[] {
  const [, index = '', terms = ''] =
    /USING (?:COVERING )?INDEX (\S+) \((.*)\)/.exec(plan.replaceAll('<expr>', '')) ?? [];
  const keys = keysOf(index);
  // by _id or row number: one row for each that was asked for
  if (keys === undefined) return [];
  const signs = terms.split(' AND ').map((term) => /[<>=]+(?=\?$)/.exec(term)?.[0]);
  const equal = signs.filter((sign) => sign === '=').length;
  const reached = equal < signs.length ? keys.length : equal;
  const sought = new Set(keys.slice(0, reached));
  return fieldsOf(sql).filter((field) => !sought.has(field));
}

function keysOf(index: string): string[] | undefined {
  const [collection] = index.split('.');
  const all: readonly Collection<unknown>[] = Object.values(collections);
  const schema = all.find(({ schema }) => schema.get('collection') === collection)?.schema;
  const declared = schema?.indexes().map(([keys]) => keys as Record<string, 1 | -1>) ?? [];
  const found = declared.find((keys) =>
    index.endsWith(`.${Object.entries(keys).flat().join('_')}`),
  );
  return found && Object.keys(found);
}

function fieldsOf(sql: string): string[] {
  const where = sql.slice(
    sql.indexOf(' WHERE '),
    sql.includes(' ORDER BY ') ? sql.indexOf(' ORDER BY ') : undefined,
  );
  const paths = [...where.matchAll(/'\$((?:\."\w+")+)'/g)].map(([, path = '']) =>
    path.slice(2, -1).replaceAll('"."', '.'),
  );
  return [...new Set([...paths, ...(/\bid\b/.test(where) ? ['_id'] : [])])];
}
