import type { linkIssues as master } from '../th/link-issues.ts';

export const linkIssues: typeof master = {
  title: (n) => (n === '1' ? '1 problem without a plan' : `${n} problems without a plan`),
  lead: 'Problems that say nearly the same stand together, the weightiest first. Suggestions are made here; you decide',
  about: (issues, provinces, severity) =>
    `${issues === '1' ? '1 problem' : `${issues} problems`} in ${provinces === '1' ? '1 province' : `${provinces} provinces`}${severity === null ? '' : `, mean severity ${severity}`}`,
  issues: (n) => (n === '1' ? '1 problem' : `${n} problems`),
  nothing: 'Nothing is suggested: these words speak for no sub-plan',
  chance: (of100) => {
    const word =
      of100 >= 80 ? 'probably' : of100 >= 50 ? 'perhaps' : of100 >= 20 ? 'not sure' : 'hardly';
    return `${word} · right ${of100} times in 100`;
  },
  because: (words) => `because of ${words}`,
  preview: (n) => (n === '1' ? 'This links 1 problem' : `This links ${n} problems at once`),
  other: 'Another sub-plan',
  note: 'Note',
  fitsNone: 'Fits no sub-plan (N)',
  skip: 'Skip (S)',
  undo: 'Undo (U)',
  alone: 'Link the first problem alone, not the group',
  keys: 'Keys: 1–3 confirm, N fits none, S skips, U takes back',
  done: (n, subPlan) => `${n === '1' ? '1 problem' : `${n} problems`} linked to ${subPlan}`,
  doneNone: (n) => `${n === '1' ? '1 problem fits' : `${n} problems fit`} no sub-plan`,
  none: 'Nothing waits to be linked',
  noneWhy: 'Every problem that counts is linked to the plan, or was skipped just now',
  nextUp: 'Next up',
  cut: 'Of the newest 5,000 responses; once they are linked, earlier ones follow',
  quality: 'How far to trust suggestions',
  learning: 'More is being learned from what was confirmed',
  unmeasured:
    'Nothing was confirmed yet: suggestions come from the names and words of the sub-plans alone',
  measured: (n, first, three, forced) =>
    `Tried on ${n} confirmed problems: the first suggestion was right for ${first}, one of the first three for ${three}; something was suggested for ${forced} of those that fit no sub-plan`,
  bySubPlan: 'By sub-plan',
  confirmed: 'Confirmed',
  found: 'Rightly suggested',
};
