import type { Messages } from '../messages.ts';

const many = (n: string, one: string, more: string) => (n === '1' ? `1 ${one}` : `${n} ${more}`);

export const collect: Messages['collect'] = {
  heading: 'Survey form',
  draftSaved: (time) => `Draft saved ${time}`,
  draftNotSaved: 'The draft is not saved on this device',
  rest: {
    waits: 'Loading what checks the answers…',
    missing: 'What checks the answers could not be loaded yet',
    missingWhy:
      'What you filled in is kept on this device. It goes on by itself when there is a signal; if it does not, load the page again and press save once more.',
    loadAgain: 'Load the page again',
  },
  draftNone: 'Saved as you type',
  offline: 'No signal. Carry on; everything is kept on this device',
  expired: 'Sign in again before sending. What you filled in is saved here',
  signIn: 'Sign in',
  closed: {
    notYet: 'You can fill in and keep sets here; they are received once this round opens',
    over: 'What is filled in stays on this device and counts nowhere, unless the office opens this round again',
  },
  toOpenRound: 'Fill in the round that is open',
  olderVersion:
    'This set was begun before the newest version of the survey. Go on and send it as it was begun',
  welcome: 'Before you begin',
  privacyNotice: 'Privacy notice',
  sendAgain: 'Send again',
  noSurvey: 'There is no survey on this device yet',
  noSurveyWhy: 'Opening this page for the first time needs a signal',

  whereAndWhen: 'Where and when was the visit',
  outsideScope: (province) =>
    `${province} is outside your area. The data centre may not accept this set`,
  notYourArea: 'outside your area',
  dayUnderstood: (day) => `Read as ${day}`,
  calendar: 'Choose the date from a calendar',
  calendarShort: 'Calendar',
  findPosition: 'Use the position now',
  findingPosition: 'Finding the position…',
  positionFound: (metres) => `Position found, accurate to about ${metres} metres`,
  positionDenied: 'The device does not allow it. You can send without a position',
  positionFailed: 'Position not found. Try again in the open, or send without it',
  betterPosition: 'Waiting for a better one, stay where you are for a moment',
  enoughPosition: 'This will do',
  dropPosition: 'Do not use the position',

  who: 'Respondent',

  moreQuestions: 'More questions',
  clearAnswer: 'Clear answer',
  clearAnswerOf: (question) => `Clear answer: ${question}`,
  what: 'Which problems does the respondent tell of',
  issue: (no) => `Problem ${no}`,
  copyIssue: (no) => `Copy problem ${no}`,
  copy: 'Copy',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveIssueUp: (no) => `Move up: problem ${no}`,
  moveIssueDown: (no) => `Move down: problem ${no}`,
  movedTo: (no) => `It is problem ${no} now`,
  edit: 'Edit',
  editIssue: (no) => `Edit problem ${no}`,
  removeIssue: (no) => `Delete problem ${no}`,
  removed: (no) => `Problem ${no} was deleted`,
  undo: 'Undo',
  addIssue: 'Add another problem',
  more: (n) => `${n} more can be added to this form`,
  full: 'That makes 20. Start a new form for more',
  everyday: {
    infrastructure: 'Signal, internet, equipment',
    economy: 'Trade, tourism, farming',
    society: 'School, health, older people, community centres',
    government: 'Government offices, forms, requests',
    workforce: 'Skills, jobs, training',
    trust: 'Scams, false news, personal data',
  },
  unsure: 'Not sure, let the office choose',
  noProblemYet: 'No problem entered yet',
  affectedUnderstood: (n) => `Read as ${many(n, 'person', 'people')}`,
  numberUnderstood: (n) => `Read as ${n}`,
  affectedIs: (n) => `${many(n, 'person', 'people')} affected`,

  common: {
    title: 'Others in this district said so; press to use the same words',
    said: (n) => `${n} responses`,
    joined: (n) =>
      `${n} others in this district said the same. This response counts as one more voice`,
  },
  photos: {
    label: 'Photos',
    upTo: (n) =>
      `Up to ${n}. Where, when and by which device is taken out before they are kept. No faces, cards or number plates`,
    take: 'Take a photo',
    choose: 'Choose photos',
    making: 'Making it small…',
    waitFor: 'Waiting for the photo…',
    photo: (n) => `Photo ${n}`,
    remove: (n) => `Remove photo ${n}`,
    removed: 'Photo removed',
    added: (n) => (n === '1' ? '1 photo' : `${n} photos`),
    full: 'That is all there may be. To add another, remove one first',
    unreadable: 'This picture cannot be read. Take it again, or choose another',
    tooSlow:
      'This picture could not be made small within a minute; the device may be short of memory. Take a smaller one, or send without it',
    notKept:
      'This device cannot keep the photo, it may be full. The response can be sent without it',
    notHere: 'This photo is on the server; it is shown when there is a signal',
    count: (n) => (n === '1' ? '1 photo' : `${n} photos`),
    waiting: (n) => (n === '1' ? '1 photo is to follow' : `${n} photos are to follow`),
    refused: (n) =>
      `${n === '1' ? '1 photo was' : `${n} photos were`} not accepted; the response itself has arrived`,
    drop: 'Delete what was not accepted from this device',
    allWaiting: (n) =>
      `The responses have arrived, ${n === '1' ? '1 photo is' : `${n} photos are`} still to follow`,
  },

  fillingSaid:
    'When it was begun and finished, and how many answers were changed, is sent along to judge the quality of the survey. What you type on the way is not.',
  send: 'Save and send',
  saving: 'Saving on this device…',
  summary: (n) => `Not saved yet. ${many(n, 'thing needs', 'things need')} fixing`,
  missing: {
    day: 'Enter the survey date, for example 17 Jun 2019',
    'respondent-type': 'Choose citizen or agency',
    strategy: 'Choose what this problem is about',
    severity: 'Choose a severity from 1 to 5',
  },
  inIssue: (no, text) => `Problem ${no}: ${text}`,
  cannotKeep: 'This device cannot keep it',
  cannotKeepWhy:
    'It may be full, or this is a private window. What you filled in is still on this page: save it as a file before closing',
  saveAsFile: 'Save as a file',

  drafts: (n) => `Continue ${many(n, 'draft', 'drafts')}`,
  draftsWhy: 'Drafts on this device that were not sent',
  continueDraft: 'Continue',
  changedAt: (when) => `changed ${when}`,
  openElsewhere: 'open in another window',
  openElsewhereWhy:
    'This draft is open in another window of this device. Continue there, or start a new form',
  deleteDraft: (what) => `Delete draft ${what}`,
  draftDeleted: 'Draft deleted',
  noPlaceYet: 'No place yet',
  startNew: 'Start a new form',

  littleSpace: (free) => `This device has ${free} left`,
  littleSpaceWhy:
    'Forms and photos may not fit. Delete what is not needed, leave a private window, or send what waits before going on',
  sentBack: 'This response was sent back to you',
  pointedAt: (reason) => `The reviewer points at this: ${reason}`,
};
