// How everything else writes the record: the entry first, then the change. Who is stopped in between leaves an entry of something that
// was asked for and allowed, never a change without its entry; what was then refused or overtaken is said by a second entry.
import type { AuditedAct, AuditedChange } from '../../shared/api/audit.ts';
import type { User } from '../../shared/api/session.ts';
import type { Call } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { appendToChain } from './chain.ts';

export interface AuditedHappening {
  readonly what: AuditedAct;
  /** kind and id, such as `office:TH-40`; no words of respondents */
  readonly on: string | null;
  readonly changes?: readonly AuditedChange[];
  /** when it is somebody else than who is signed in */
  readonly who?: string | null;
}

export interface Audit {
  note(happening: AuditedHappening): Promise<void>;
  /** Notes it, then does it; null from `work`: it was not done. */
  before<T>(happening: AuditedHappening, work: () => Promise<T>): Promise<T>;
}

/** The record of one request. */
export function auditOf({ context, req, res }: Pick<Call, 'context' | 'req' | 'res'>): Audit {
  const user = res.locals.user as User | undefined; // set by the session middleware
  const append = ({ what, on, changes = [], who = user?.username ?? null }: AuditedHappening) =>
    appendToChain(context.db, {
      at: context.now(),
      who,
      what,
      thing: on,
      changes,
      request: req.id,
    });
  return {
    note: async (happening) => void (await append(happening)),
    async before(happening, work) {
      const { _id } = await append(happening);
      const notDone = (reason: string) =>
        append({
          ...(happening.who !== undefined && { who: happening.who }),
          what: 'not-done',
          on: `entry:${Number(_id)}`,
          changes: [{ field: 'reason', before: null, after: reason }],
        });
      try {
        const done = await work();
        if (done === null) await notDone('overtaken');
        return done;
      } catch (error) {
        // of anything else nobody knows whether it was done
        if (error instanceof Problem) await notDone(error.type);
        throw error;
      }
    },
  };
}

/** Field by field, those that differ. */
export function auditedChanges(before: object, after: object): AuditedChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...is.keys()]
    .map((field) => ({ field, before: asText(was.get(field)), after: asText(is.get(field)) }))
    .filter((change) => change.before !== change.after);
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value, sorted);
}

/** The order in which an object's members were given says nothing. */
function sorted(_name: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).sort()) : value;
}
