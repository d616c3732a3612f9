import type { Messages } from '../messages.ts';

const many = (n: string, one: string, more: string) => (n === '1' ? `1 ${one}` : `${n} ${more}`);

export const sending: Messages['sending'] = {
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
  brokenStore: 'This device does not allow keeping data',
  brokenStoreWhy:
    'This may be a private window, or the device is full. Forms cannot wait here to be sent',
};
