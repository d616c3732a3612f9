// Every step, in order. To change what is stored: write the next one, name it here, make a fixture (test/fixtures/formats/README.md).
import { giveIssuesIds } from './0002-issue-ids.ts';
import { keepMappedCells } from './0003-mapped-cells.ts';
import { completeBatches } from './0004-batch-members.ts';
import { endOlderSessions } from './0005-people-and-sessions.ts';
import { markDemonstration } from './0006-demonstration.ts';
import { givePeopleOffices } from './0007-offices-of-people.ts';
import { makeSurveysRounds } from './0008-rounds.ts';
import type { MigrationStep } from './step.ts';

/** Format 1 says nothing of documents: no step had been taken yet. */
export const steps: readonly MigrationStep[] = [
  giveIssuesIds,
  keepMappedCells,
  completeBatches,
  endOlderSessions,
  markDemonstration,
  givePeopleOffices,
  makeSurveysRounds,
];

/** the format that this version reads and writes */
export const knownFormat = steps.at(-1)?.makes ?? 1;
