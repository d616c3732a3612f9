import type { reviewProblems as master } from '../th/review-problems.ts';

export const reviewProblems: typeof master = {
  'selection-changed': {
    title: 'Not as many responses as you expected',
    meaning: 'Some came in or were decided after you had looked, so nothing was saved',
    toDo: 'Look at the new number, then confirm again',
  },
  'selection-too-large': {
    title: 'Too many responses for one decision',
    meaning: 'At most 20,000 responses are decided at once',
    toDo: 'Choose narrower filters, and decide part by part',
  },
};
