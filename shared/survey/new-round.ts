// What a round begins with, and what is meant where a definition of before says nothing.
import { coreQuestions } from './core-questions.ts';
import type { RoundContent, StrategyWords, SubPlan } from './definition.ts';
import { type Strategy, strategies, strategyNames } from './strategies.ts';

/** 17 in all, as the plan has; their official names are not public, so an administrator enters them */
const slotsOf: Readonly<Record<Strategy, number>> = {
  infrastructure: 3,
  economy: 3,
  society: 3,
  government: 3,
  workforce: 2,
  trust: 3,
};

const emptySlots: readonly SubPlan[] = strategies.flatMap((strategy) =>
  Array.from({ length: slotsOf[strategy] }, (_, index) => {
    const code = `${strategyNames[strategy].no}.${index + 1}`;
    const id = code;
    return { id, strategy, code, nameTh: '', nameEn: null, words: [], state: 'active' } as const;
  }),
);

const noWords: readonly StrategyWords[] = strategies.map((id) => ({ id, words: [] }));

/** A round that nobody has said anything of but its names. */
export const newRound = (names: Pick<RoundContent, 'nameTh' | 'nameEn'>): RoundContent => ({
  ...names,
  opensAt: null,
  closesAt: null,
  welcome: { textTh: '', textEn: '' },
  privacyNotice: { version: 0, textTh: '', textEn: '' },
  countApprovedOnly: false,
  reviewTiers: 1,
  provincesExpected: 'all',
  retentionDays: null,
  strategies: noWords,
  subPlans: emptySlots,
  questions: coreQuestions,
});
