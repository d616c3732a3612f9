// Stored responses as somebody may see them: every read takes a scope, and what is outside does not exist for who asks.
// What is read is told to the facts: it may be what a write left whose answer was lost. And the facts know what was acknowledged
// here: a member that was elected a moment ago may not show all of it yet, and is asked again.
import { setTimeout as wait } from 'node:timers/promises';
import type { Scope } from '../../shared/api/session.ts';
import { isInScope, provincesOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

/** read in one go; a response may take most of a megabyte */
const atOnce = 25;
const looks = 20;
const lookAgainMs = 100;

/** The address of one response. */
export interface ResponseAddress {
  readonly survey: string;
  readonly id: string;
}

export interface ResponseReader {
  /** @throws not-found (also: not yours); storage-unavailable when what was acknowledged stays out of sight */
  one(address: ResponseAddress): Promise<StoredResponse>;
  /**
   * In the order of the ids, in pieces of which few are in memory at a time, however large a response is; those that are gone
   * or outside are left out.
   */
  each(ids: readonly string[]): AsyncGenerator<StoredResponse>;
}

type Reading = Pick<Context, 'db' | 'facts'>;

export function responsesIn(scope: Scope, context: Reading): ResponseReader {
  const model = context.db.model(storedResponses);
  const inside = inScope(scope);
  return {
    async one(address) {
      const { survey, id } = address;
      for (let look = 0; look < looks; look++) {
        const stored = await model.findOne({ _id: id, survey, ...inside }).lean<StoredResponse>();
        if ((stored?.version ?? 0) < acknowledged(context, scope, address)) {
          await wait(lookAgainMs);
          continue;
        }
        if (!stored) throw problem('not-found');
        context.facts.put(stored);
        return stored;
      }
      throw problem('storage-unavailable', { retryAfter: 2 });
    },
    async *each(ids) {
      for (let at = 0; at < ids.length; at += atOnce) {
        const piece = ids.slice(at, at + atOnce);
        const found = await model.find({ _id: { $in: piece }, ...inside }).lean<StoredResponse[]>();
        for (const stored of found) context.facts.put(stored);
        const byId = new Map(found.map((stored) => [stored._id, stored]));
        for (const id of piece) {
          const stored = byId.get(id);
          if (stored) yield stored;
        }
      }
    },
  };
}

/** The version that a reader must see at least; 0: none, as far as is known. */
function acknowledged({ facts }: Reading, scope: Scope, { survey, id }: ResponseAddress): number {
  const heard = facts.latest(id);
  return heard?.survey === survey && isInScope(scope, heard.province) ? heard.version : 0;
}

interface InScope {
  readonly 'place.province'?: { readonly $in: readonly string[] };
  readonly held: { readonly $ne: true };
  readonly leaving: { readonly $ne: true };
}

/** The condition that keeps a query inside a scope, and away from rows whose file may still be refused as a whole, or is. */
export function inScope(scope: Scope): InScope {
  const provinces = provincesOf(scope);
  const there = { held: { $ne: true }, leaving: { $ne: true } } as const;
  return provinces === 'all' ? there : { 'place.province': { $in: provinces }, ...there };
}
