// The batches that this process is loading. Two loads of one office may meet in the same rows: when one of them is undone,
// rows that the other has already acknowledged as stored must stay.
import type { Database } from '../db/database.ts';

/** Which office sends into which survey. */
export interface LoadPlace {
  readonly survey: string;
  readonly office: string;
}

export interface ActiveLoad extends LoadPlace {
  readonly id: string;
  /** responses of this load that another one has called stored */
  readonly kept: Set<string>;
  /** set while its responses are being deleted; resolves when that is done */
  undoing: Promise<void> | null;
}

const active = new WeakMap<Database, Map<string, ActiveLoad>>();

/** undefined: this batch is being loaded already */
export function beginLoad(
  db: Database,
  id: string,
  { survey, office }: LoadPlace,
): ActiveLoad | undefined {
  const loads = active.get(db) ?? new Map<string, ActiveLoad>();
  active.set(db, loads);
  if (loads.has(id)) return undefined;
  const load: ActiveLoad = { id, survey, office, kept: new Set(), undoing: null };
  loads.set(id, load);
  return load;
}

export function endLoad(db: Database, load: ActiveLoad): void {
  active.get(db)?.delete(load.id);
}

/** The other loads that write into the same survey for the same office. */
export function otherLoads(db: Database, load: ActiveLoad): ActiveLoad[] {
  return [...(active.get(db)?.values() ?? [])].filter(
    (other) => other !== load && other.survey === load.survey && other.office === load.office,
  );
}
