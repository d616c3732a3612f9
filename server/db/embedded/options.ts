// The options of an operation that would change its outcome and that the embedded database does not know.
import { refuse } from './errors.ts';
import type { Sort } from './sort.ts';

export interface Options {
  readonly projection?: Readonly<Record<string, unknown>> | null;
  readonly sort?: Sort;
  readonly limit?: number;
  readonly upsert?: boolean;
  readonly ordered?: boolean;
  readonly returnDocument?: 'before' | 'after';
  readonly includeResultMetadata?: boolean;
}

const refused = [
  'arrayFilters',
  'collation',
  'explain',
  'hint',
  'let',
  'max',
  'min',
  'session',
  'skip',
  'tailable',
] as const;

export function checked(options: object | undefined | null, where: string): Options {
  const given: Readonly<Record<string, unknown>> = { ...options };
  for (const name of refused) {
    const value = given[name];
    if (value !== undefined && value !== null && value !== false && value !== 0)
      refuse(`the option ${name}`, where);
  }
  return given;
}
