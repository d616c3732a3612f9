// What a step sees of the database. A step knows no model, since models go on changing: it names collections and members as they
// were on its day, and is never changed again once it has landed.

/** A document of any collection, as it is stored. */
export type AnyDocument = { readonly _id: string } & Readonly<Record<string, unknown>>;

export interface StepChange {
  /** beside its `_id`: as it was read. Whoever comes second finds nothing left to do */
  readonly onlyIf: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** undefined: it is as it should be */
export type ChangeOf = (document: AnyDocument) => StepChange | 'remove' | undefined;

export interface Migrating {
  /** Every document of a collection in the order of ids, a page in memory at a time. */
  each(collection: string, changeOf: ChangeOf): Promise<void>;
  one(collection: string, id: string): Promise<AnyDocument | null>;
  change(collection: string, id: string, change: StepChange | 'remove'): Promise<void>;
  /** One that is there already stays as it is. */
  add(collection: string, document: AnyDocument): Promise<void>;
}

/** Killed at any point and begun anew, or done by two at once, it comes to the same. */
export interface MigrationStep {
  /** the format that documents have after it; also the number of its file */
  readonly makes: number;
  /** for people: goes on after "Carrying the database over to format 2: " */
  readonly does: string;
  run(database: Migrating): Promise<void>;
}
