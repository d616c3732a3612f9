// Of many responses the little that a decision of many asks about, and which of them it has decided.
import type { Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { inScope } from './read-responses.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

export type Outline = Pick<
  StoredResponse,
  | '_id'
  | 'survey'
  | 'version'
  | 'status'
  | 'by'
  | 'office'
  | 'history'
  | 'violations'
  | 'withdrawnAt'
>;
const outlineFields = {
  survey: 1,
  version: 1,
  status: 1,
  by: 1,
  office: 1,
  history: 1,
  violations: 1,
  withdrawnAt: 1,
} satisfies Record<Exclude<keyof Outline, '_id'>, 1>;

const atOnce = 500;

interface Wanted {
  readonly survey: string;
  readonly scope: Scope;
  readonly ids: readonly string[];
}

/** In the order of the ids; undefined: not there, or not in scope. */
export async function* outlinesOf(
  { db }: Pick<Context, 'db'>,
  { survey, scope, ids }: Wanted,
): AsyncGenerator<{ readonly id: string; readonly outline: Outline | undefined }> {
  const inside = inScope(scope);
  for (let at = 0; at < ids.length; at += atOnce) {
    const piece = ids.slice(at, at + atOnce);
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: piece }, ...inside }, outlineFields)
      .lean<Outline[]>();
    const byId = new Map(found.map((one) => [one._id, one]));
    for (const id of piece) {
      const one = byId.get(id);
      yield { id, outline: one?.survey === survey ? one : undefined };
    }
  }
}

/** Which of these have a decision of this id in the history that they hold themselves. */
export async function decidedUnder(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
  decision: string,
): Promise<ReadonlySet<string>> {
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, { history: 1 })
    .lean<Pick<StoredResponse, '_id' | 'history'>[]>();
  const has = ({ history }: Pick<StoredResponse, 'history'>) =>
    history.some(({ id }) => id === decision);
  return new Set(found.filter(has).map(({ _id }) => _id));
}
