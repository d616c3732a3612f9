import type { roundProblems as master } from '../th/round-problems.ts';

export const roundProblems: typeof master = {
  'survey-closed': {
    title: 'This survey is not open',
    meaning: 'It has not opened yet, or it has closed',
    toDo: 'What you filled in is kept on the device; ask your office whether it opens again',
  },
  'round-exists': {
    title: 'There is a round of this id already',
    meaning: 'No two rounds have the same id, whether in capitals or not',
    toDo: 'Take another one, such as the year and the region',
  },
  'round-changed': {
    title: 'Somebody changed this round before you',
    meaning: 'Your change was not stored, so that nothing of theirs is lost',
    toDo: 'Look at the round again, then repeat your change',
  },
  'round-state': {
    title: 'Not from the state that the round is in',
    meaning: 'It is not published yet, was put away, or has no draft to publish',
    toDo: 'Look at the state of the round first',
  },
  'round-invalid': {
    title: 'This round cannot be published so',
    meaning: 'Something of the draft has to be mended first',
    toDo: 'Mend what is listed, then publish again',
  },
};
