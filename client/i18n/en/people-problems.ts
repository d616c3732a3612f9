import type { peopleProblems as master } from '../th/people-problems.ts';

export const peopleProblems: typeof master = {
  'password-wrong': {
    title: 'That is not your password',
    meaning: 'The old password is another one; nothing was changed',
    toDo: 'Type the old password again; if it is forgotten, ask for a new link',
  },
  'password-weak': {
    title: 'This password is easy to guess',
    meaning:
      'It is shorter than 12 characters, contains the user name or the name of the product, or is among the first that others would try',
    toDo: 'Choose a longer one, for example several words that have nothing to do with each other',
  },
  'invitation-over': {
    title: 'This link is over',
    meaning:
      'A link to set a password works once, within 10 days; this one was used, is too old, or was replaced by a newer one',
    toDo: 'Ask your office or the administrator for a new one',
  },
  'person-exists': {
    title: 'Somebody has this user name already',
    meaning: 'User names are given once and never again',
    toDo: 'Choose another user name',
  },
  'person-changed': {
    title: 'Somebody changed this person before you',
    meaning: 'What is stored changed meanwhile; your change was not stored',
    toDo: 'Look again, then repeat your change',
  },
  'person-disabled': {
    title: 'This person is disabled',
    meaning: 'Who is disabled gets no link',
    toDo: 'Enable the person first',
  },
  'person-invalid': {
    title: 'This person cannot be stored so',
    meaning: 'There is no such office or place, or the office is closed',
    toDo: 'Choose an office and a place from the lists',
  },
  'people-invalid': {
    title: 'Some rows are wrong, so nobody was added',
    meaning: 'All rows are checked first; as long as one is wrong, nobody is added',
    toDo: 'Mend the rows that are named and send the file again',
  },
  'last-administrator': {
    title: 'There would be no administrator left',
    meaning: 'This is the last administrator of the whole country',
    toDo: 'Make somebody else an administrator first',
  },
  'office-exists': {
    title: 'There is an office of this id already',
    meaning: 'Ids of offices are given once',
    toDo: 'Choose another id',
  },
  'office-changed': {
    title: 'Somebody changed this office before you',
    meaning: 'While you were changing it, somebody else stored a change',
    toDo: 'Look at it again, then repeat your change',
  },
  'office-used': {
    title: 'People belong to this office',
    meaning: 'An office that has people cannot be closed',
    toDo: 'Give them another office first, or disable them',
  },
  'office-invalid': {
    title: 'This office cannot be stored so',
    meaning: 'There is no such region or province',
    toDo: 'Choose a place from the list',
  },
  'token-invalid': {
    title: 'Such a token is not given out',
    meaning: 'It must end in the future, within a year, and nobody has more than 20',
    toDo: 'Choose another day, or end an old token',
  },
};
