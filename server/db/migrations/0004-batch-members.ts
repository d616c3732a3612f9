// What batches have been told of since 28 November 2026: the digest of their file, the order of its dates, what was filled down, whom
// it mends, and by which load it was stored. Earlier ones get what was read for them since.
import type { MigrationStep } from './step.ts';

/** undefined in place of a digest: its bytes were not kept, so none can be made */
const added: Readonly<Record<string, unknown>> = {
  attempt: null,
  undo: null,
  recounts: 0,
  digest: null,
  dateOrder: 'dmy',
  fillDown: [],
  mends: null,
};

export const completeBatches: MigrationStep = {
  makes: 4,
  does: 'batches of before get the members of today',
  run: (database) =>
    database.each('batches', (batch) => {
      const missing = Object.entries(added).filter(([name]) => batch[name] === undefined);
      if (missing.length === 0) return undefined;
      const onlyIf = Object.fromEntries(missing.map(([name]) => [name, { $exists: false }]));
      return { onlyIf, set: Object.fromEntries(missing) };
    }),
};
