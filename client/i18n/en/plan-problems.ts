import type { planProblems as master } from '../th/plan-problems.ts';

export const planProblems: typeof master = {
  'project-exists': {
    title: 'There is a project of this code already',
    meaning: 'No two projects have the same code, whether in capitals or not',
    toDo: 'Open the one that is there and change it, or take another code',
  },
  'project-changed': {
    title: 'Somebody changed this project before you',
    meaning: 'Your change was not stored, so that nothing of theirs is lost',
    toDo: 'Look at the project again, then repeat your change',
  },
  'project-invalid': {
    title: 'This project cannot be stored so',
    meaning: 'Something of it is wrong, such as no province, or a budget outside of its years',
    toDo: 'Mend what is listed, then save again',
  },
  'plan-file-invalid': {
    title: 'Some rows are wrong, so nothing was stored',
    meaning: 'All rows are checked first; as long as one is wrong, nothing is stored',
    toDo: 'Mend the rows that are named and send the file again',
  },
  'link-invalid': {
    title: 'This cannot be linked so',
    meaning: 'The sub-plan or the project is not there, or it is retired',
    toDo: 'Choose another one',
  },
  'rule-changed': {
    title: 'Somebody changed this rule before you',
    meaning: 'Your change was not stored, so that nothing of theirs is lost',
    toDo: 'Look at the rule again, then repeat your change',
  },
  'rule-invalid': {
    title: 'This rule cannot be stored so',
    meaning:
      'Something of it is wrong: a word of one letter, a sub-plan that is retired, a change while it is on, or there are 50 rules already',
    toDo: 'Mend what is listed, then save again',
  },
  'result-invalid': {
    title: 'This result cannot be stored so',
    meaning:
      'Something of it is wrong, such as a target that is the baseline, or a year outside of the project',
    toDo: 'Mend what is listed, then save again',
  },
};
