// From 29 November 2026 on a survey is a round that administrators run: its definition says more, and its sub-plans have a code, words
// and a state. What is not said in an earlier one means what it meant: it is open, and one office's decision is all that a response
// needs. Where no sub-plan was entered the 17 slots of the plan stand ready, empty.
import type { AnyDocument, MigrationStep } from './step.ts';

export const makeSurveysRounds: MigrationStep = {
  makes: 8,
  does: 'surveys become rounds',
  run: (database) =>
    database.each('surveys', (survey) =>
      survey.state === undefined
        ? { onlyIf: { state: { $exists: false } }, set: roundOf(survey) }
        : undefined,
    ),
};

const strategies = ['infrastructure', 'economy', 'society', 'government', 'workforce', 'trust'];
const slotsOf = [3, 3, 3, 3, 2, 3];

const added: Readonly<Record<string, unknown>> = {
  state: 'open',
  stateReason: null,
  revision: 1,
  welcome: { textTh: '', textEn: '' },
  privacyNotice: { version: 0, textTh: '', textEn: '' },
  reviewTiers: 1,
  provincesExpected: 'all',
  retentionDays: null,
  strategies: strategies.map((id) => ({ id, words: [] })),
};

function roundOf({ subPlans }: AnyDocument): Readonly<Record<string, unknown>> {
  const known = Array.isArray(subPlans) ? subPlans : [];
  return { ...added, subPlans: known.length > 0 ? known.map(subPlanOf) : slotsOfThePlan };
}

const slotsOfThePlan = strategies.flatMap((strategy, at) =>
  Array.from({ length: slotsOf[at] ?? 0 }, (_, index) => {
    const code = `${at + 1}.${index + 1}`;
    return { id: code, strategy, code, nameTh: '', nameEn: null, words: [], state: 'active' };
  }),
);

/** What was its key is its id: issues keep it. */
function subPlanOf(stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { key, no, strategy, nameTh, nameEn = null, active } = stored;
  const state = active === false ? 'retired' : 'active';
  return { id: key, strategy, code: String(no), nameTh, nameEn, words: [], state };
}
