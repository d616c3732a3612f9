import type { Messages } from '../messages.ts';

const many = (n: string, one: string, more: string) => (n === '1' ? `1 ${one}` : `${n} ${more}`);

export const collect: Messages['collect'] = {
  heading: 'Survey form',
  draftSaved: (time) => `Draft saved ${time}`,
  draftNotSaved: 'The draft is not saved on this device',
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

  outbox: 'Outbox',
  toOutbox: 'Open the outbox',
  unsent: (n) =>
    `${many(n, 'set', 'sets')} on this device ${n === '1' ? 'has' : 'have'} not reached the data centre`,
  allSent: 'Every set on this device has reached the data centre',
  sendNow: 'Send now',
  toFix: 'To fix',
  waiting: 'Waiting',
  sent: 'Received',
  otherReceipts: 'Receipts from your other devices',
  sets: (n) => many(n, 'set', 'sets'),
  problems: (n) => many(n, 'problem', 'problems'),
  savedAt: (when) => `saved ${when}`,
  arrivedAt: (when) => `reached the data centre ${when}`,
  mendedAt: (when) => `the mended set reached the data centre ${when}`,
  kept: 'Kept on this device, waiting to send',
  sending: 'Sending…',
  received: 'Received',
  receipt: 'Receipt',
  receivedSaid: (receipt) => `Received. Receipt ${receipt}`,
  receivedWhy: 'The data centre has stored this form. Note the receipt to refer to it',
  staleDay: {
    title: (day) => `The survey date is still ${day}`,
    text: (today) =>
      `Today is ${today}: this form was opened on an earlier day. If the visit was today, change the date before sending`,
    toToday: (today) => `Change to ${today}`,
    keep: 'Send with the date as it is',
  },
  clock: {
    behind: (span) => `This device’s clock is ${span} behind the server’s`,
    ahead: (span) => `This device’s clock is ${span} ahead of the server’s`,
    minutes: (n) => `${n} minutes`,
    hours: (n) => `${n} hours`,
    days: (n) => `${n} days`,
    says: (day, today) => `This set will say ${day}. By the server, today is ${today}`,
    today: (today) => `By the server, today is ${today}`,
    setIt: 'Set the clock of this device. The time of receipt is always the server’s',
    asks: (day, today) =>
      `This set will say ${day}, but by the server today is ${today}. If the visit was today, change the day before sending`,
  },
  keptWhy: 'It is sent by itself when there is a signal',
  mayClose: 'You can close this page; nothing is lost, and Rabfang opens again without a signal',
  keepOpen:
    'Nothing is lost if you close this page, but this device needs a signal to open Rabfang again. Without one, leave the page open',
  refused: 'The data centre has not accepted this set',
  refusals: {
    'response-differs':
      'The data centre has another form under the same id. Look at it and send it as a new one if it is another visit',
    'response-invalid': 'Something did not pass the check',
    'survey-closed':
      'This set is kept here and not lost. Ask your office whether it takes more; only then send it again',
    'not-allowed': 'This account may not send forms of this province',
    'not-a-colleague':
      'Only sets of your own office can be handed in. Ask an officer of theirs, or an administrator',
    'not-found': 'The data centre has no such survey round, or it is outside your area',
    'too-large': 'This form is too large. Shorten the texts',
    'response-erased':
      'The words of this form were erased on request, so changes to it are not taken. It can be deleted from this device',
    'revision-stale':
      'Somebody has changed this form already. Look at the latest before you change it',
  },
  refusedOtherwise: (type) => `The data centre did not accept it (${type})`,
  openToFix: 'Open to fix',
  openLatest: 'See the latest',
  dropSet: 'Delete this set from the device',
  holds: {
    unreachable: 'The data centre cannot be reached. It is tried again by itself',
    'server-busy': 'The data centre asks to wait a moment. It is sent again by itself',
    'signed-out': 'Sign in again before sending. What you filled in is saved here',
  },
  tryAgainAt: (time) => `next try ${time}`,
  others: (n) =>
    `${many(n, 'more set', 'more sets')} of other people on this device will go out when their owner signs in`,
  empty: 'The outbox is empty',
  emptyWhy: 'Forms you finish wait here to be sent',
  showOlder: (n) => `Show ${n} more that were received`,
  storage: 'Storage on this device',
  persisted: 'Kept permanently',
  persistedYes: 'allowed by the device',
  persistedNo: 'not allowed yet',
  askPersist: 'Ask to keep permanently',
  space: 'Free space',
  unknown: 'not known',
  lastTry: 'Last try',
  never: 'none yet',
  today: (time) => `today ${time}`,
  backup: 'Save unsent sets to a file',
  restore: 'Bring a backup file back',
  backedUp: (sets, photos) =>
    `The file holds ${many(sets, 'set', 'sets')} and ${many(photos, 'photo', 'photos')}`,
  notBackedUp: (n) =>
    `${many(n, 'more photo is', 'more photos are')} not in it: this device does not give them out`,
  restored: (sets, photos) =>
    `${many(sets, 'set', 'sets')} and ${many(photos, 'photo', 'photos')} brought back`,
  restoredNone: 'Every set in the file is on this device already. Nothing was added',
  restoreNoRoom:
    'This device has too little room. What was put back stays; make room and choose the file again',
  restoreFailed: 'This is no backup file of Rabfang, or it is incomplete',
  handIn: {
    title: (who) => `This file is ${who}’s`,
    text: (sets, photos, who) =>
      `It holds ${many(sets, 'set', 'sets')} and ${many(photos, 'photo', 'photos')}. Handed in, they are stored under ${who}, and their history says that you handed them in. Sent from ${who}’s device as well, they count once`,
    take: 'Hand them in',
  },
  collectedBy: (who) => `collected by ${who}`,
  littleSpace: (free) => `This device has ${free} left`,
  littleSpaceWhy:
    'Forms and photos may not fit. Delete what is not needed, leave a private window, or send what waits before going on',
  brokenStore: 'This device does not allow keeping data',
  brokenStoreWhy:
    'This may be a private window, or the device is full. Forms cannot wait here to be sent',
  sentBack: 'This response was sent back to you',
  pointedAt: (reason) => `The reviewer points at this: ${reason}`,
};
