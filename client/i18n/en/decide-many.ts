import type { decideMany as master } from '../th/decide-many.ts';

const of = (n: string) => (n === '1' ? '1 response' : `${n} responses`);
const offices = (n: string) => (n === '1' ? '1 office' : `${n} offices`);

export const decideMany: typeof master = {
  bar: 'Decide many at once',
  selectOne: (title) => `Select ${title}`,
  all: (n) =>
    n === '1' ? 'Select the one that matches' : `Select all ${n} that match the filters`,
  selected: (n) => `${n} selected`,
  none: 'Select none',
  title: {
    approved: 'Approve many at once',
    returned: 'Send many back at once',
    rejected: 'Reject many at once',
  },
  doIt: {
    approved: (n) => `Approve ${of(n)}`,
    returned: (n) => `Send ${of(n)} back`,
    rejected: (n) => `Reject ${of(n)}`,
  },
  preview: {
    approved: (n, by) => `This approves ${of(n)} of ${offices(by)}`,
    returned: (n, by) => `This sends back ${of(n)} of ${offices(by)}`,
    rejected: (n, by) => `This rejects ${of(n)} of ${offices(by)}`,
  },
  warnings: (n) => (n === '1' ? '1 has warnings' : `${n} have warnings`),
  nothing: 'None of those that are selected can be decided by you',
  skipped: (n) => `${n} stay as they are`,
  why: {
    'own-response': (n) => `${n} that you sent yourself`,
    'own-decision': (n) => `${n} on which you gave the office’s decision`,
    'national-decision': (n) => `${n} that wait for the national decision`,
    'not-waiting': (n) => `${n} that somebody has decided, or that do not wait for you`,
    changed: (n) => `${n} that somebody changed meanwhile`,
    'not-found': (n) => `${n} that are gone or outside your area`,
    'decided-often': (n) => `${n} on which you have decided too often today`,
    'decided-since': (n) => `${n} with which somebody has done something since`,
  },
  otherNow: 'The number is no longer what you saw. Look again, then confirm',
  looking: 'Looking how many there are…',
  reasonHint: 'The sender of each response sees it',
  progress: 'How far the decision on many responses is',
  deciding: (n, total) => `Saving ${n} of ${total}`,
  takingBack: (n, total) => `Taking back ${n} of ${total}`,
  goesOn: 'You may leave this page; it goes on to its end',
  stop: 'Stop',
  stopping: 'Stopping…',
  done: {
    approved: (n) => `Approved ${of(n)}`,
    returned: (n) => `Sent back ${of(n)}`,
    rejected: (n) => `Rejected ${of(n)}`,
  },
  stopped: (n, total) => `Stopped; ${n} of ${total} are saved`,
  stoppedBecause: {
    asked: 'as you asked',
    'person-disabled': 'because your account was disabled',
    'role-changed': 'because your role has changed',
    'scope-changed': 'because your area has changed',
    'second-factor-missing': 'because your account must set up a second factor first',
  },
  takenBack: (n) => `Taken back: ${of(n)} wait${n === '1' ? 's' : ''} for review again`,
  undo: 'Undo all of this',
  left: 'Those that stay as they are',
  openOne: 'Open it',
  alsoHere: (names) => `Also looking at this one: ${names}`,
  acts: {
    select: 'Select this one, or not',
    selectNext: 'Select on to the next one',
    selectPrevious: 'Select on to the previous one',
    selectAll: 'Select all that match the filters',
  },
};
