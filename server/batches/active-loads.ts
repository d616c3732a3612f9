// The batches that this process is loading. Two loads, of whatever offices, may meet in the same rows: when one of them is
// undone, rows that the other has already acknowledged as stored must stay.
import type { Database } from '../db/database.ts';

export interface ActiveLoad {
  readonly id: string;
  readonly survey: string;
  /** responses of this load that another one has called stored */
  readonly kept: Set<string>;
  /** set while its responses are being deleted; resolves when that is done */
  undoing: Promise<void> | null;
}

const active = new WeakMap<Database, Map<string, ActiveLoad>>();

/** undefined: this batch is being loaded already */
export function beginLoad(db: Database, id: string, survey: string): ActiveLoad | undefined {
  const loads = active.get(db) ?? new Map<string, ActiveLoad>();
  active.set(db, loads);
  if (loads.has(id)) return undefined;
  const load: ActiveLoad = { id, survey, kept: new Set(), undoing: null };
  loads.set(id, load);
  return load;
}

export function endLoad(db: Database, load: ActiveLoad): void {
  active.get(db)?.delete(load.id);
}

/** The other loads that write into the same survey. */
export function otherLoads(db: Database, load: ActiveLoad): ActiveLoad[] {
  return [...(active.get(db)?.values() ?? [])].filter(
    (other) => other !== load && other.survey === load.survey,
  );
}
