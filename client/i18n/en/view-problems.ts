import type { viewProblems as master } from '../th/view-problems.ts';

export const viewProblems: typeof master = {
  'too-many-views': {
    title: 'You have as many views as you may',
    meaning: 'A person saves at most 100 views',
    toDo: 'Delete views that are not used, then save again',
  },
};
