// `limit` and `after`: how lists are paged everywhere.
import { problem } from './problem.ts';

export interface Page {
  readonly limit: number;
  readonly after: string | null;
}

type Value = string | readonly string[] | undefined;

/** @throws unreadable naming the parameter */
export function readPage(query: Readonly<Record<string, Value>>, size = 50, max = 500): Page {
  const { limit, after } = query;
  const wanted = limit === undefined ? size : Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > max) {
    throw problem('unreadable', {
      detail: `\`limit\` must be a whole number from 1 to ${max}.`,
      errors: [{ pointer: '/query/limit' }],
    });
  }
  if (after !== undefined && typeof after !== 'string') {
    throw problem('unreadable', {
      detail: '`after` may stand once.',
      errors: [{ pointer: '/query/after' }],
    });
  }
  return { limit: wanted, after: after ?? null };
}
