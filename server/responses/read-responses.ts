// Stored responses as somebody may see them: every read takes a scope, and what is outside does not exist for who asks.

import type { Scope } from '../../shared/api/session.ts';
import { provincesOf } from '../../shared/places/scope.ts';
import { withIssueIds } from '../../shared/survey/issue-ids.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

/** read in one go; a response may take most of a megabyte */
const atOnce = 25;

/** The address of one response. */
export interface ResponseAddress {
  readonly survey: string;
  readonly id: string;
}

export interface ResponseReader {
  /** @throws not-found (also: not yours) */
  one(address: ResponseAddress): Promise<StoredResponse>;
  /**
   * In the order of the ids, in pieces of which few are in memory at a time, however large a response is; those that are gone
   * or outside are left out.
   */
  each(ids: readonly string[]): AsyncGenerator<StoredResponse>;
}

export function responsesIn(scope: Scope, { db }: Pick<Context, 'db'>): ResponseReader {
  const model = db.model(storedResponses);
  const inside = inScope(scope);
  return {
    async one({ survey, id }) {
      const stored = await model.findOne({ _id: id, survey, ...inside }).lean<StoredResponse>();
      if (stored) return withIssueIds(stored);
      throw problem('not-found');
    },
    async *each(ids) {
      for (let at = 0; at < ids.length; at += atOnce) {
        const piece = ids.slice(at, at + atOnce);
        const found = await model.find({ _id: { $in: piece }, ...inside }).lean<StoredResponse[]>();
        const byId = new Map(found.map((stored) => [stored._id, withIssueIds(stored)]));
        for (const id of piece) {
          const stored = byId.get(id);
          if (stored) yield stored;
        }
      }
    },
  };
}

/** The condition that keeps a query inside a scope. */
export function inScope(scope: Scope): { 'place.province'?: { $in: readonly string[] } } {
  const provinces = provincesOf(scope);
  return provinces === 'all' ? {} : { 'place.province': { $in: provinces } };
}
