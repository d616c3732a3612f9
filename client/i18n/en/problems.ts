import type { Messages } from '../messages.ts';
import { peopleProblems } from './people-problems.ts';
import { planProblems } from './plan-problems.ts';
import { reviewProblems } from './review-problems.ts';
import { roundProblems } from './round-problems.ts';
import { signInProblems } from './sign-in-problems.ts';
import { viewProblems } from './view-problems.ts';

export const problems: Messages['problems'] = {
  status: (status) => `Status ${status}`,
  whatItMeans: 'What it means',
  whatToDo: 'What to do',
  unknown: 'This error is not known',
  unknownWhy: 'The name in the address is not in the list',
  all: 'All errors',
  types: {
    ...peopleProblems,
    ...planProblems,
    ...reviewProblems,
    ...roundProblems,
    ...signInProblems,
    ...viewProblems,
    unreadable: {
      title: 'The request could not be read',
      meaning:
        'The address or the data has a form that cannot be read, such as an unknown filter or broken JSON',
      toDo: 'Check the filters in the address, or open the page again from the menu',
    },
    'signed-out': {
      title: 'Sign in first',
      meaning: 'Nobody is signed in, the session has ended, or name and password do not match',
      toDo: 'Sign in again. What you filled in on this device is still there',
    },
    'not-allowed': {
      title: 'Not allowed',
      meaning: 'The role or the area of this account does not cover what was asked',
      toDo: 'If you think it should, ask the administrator of your office',
    },
    'not-a-colleague': {
      title: 'Nobody of your office',
      meaning: 'What people of the same office collected can be handed in, and no other',
      toDo: 'Ask an officer of their office, or an administrator, to hand it in',
    },
    'own-response': {
      title: 'Somebody else approves what you sent',
      meaning:
        'You sent this response yourself; in this survey another person looks at it before it is approved',
      toDo: 'Ask somebody else of your office, or the administrator, to approve it',
    },
    'own-decision': {
      title: 'Somebody else gives the second decision',
      meaning:
        'You gave the decision of the office; in this round another person gives the national one',
      toDo: 'Ask somebody else who decides for the whole country',
    },
    'national-decision': {
      title: 'The next decision is the national one',
      meaning:
        'In this round the office decides first and the nation after it; the office has decided already',
      toDo: 'Wait for the national decision, or take your own back while nobody has decided since',
    },
    'not-found': {
      title: 'Nothing here',
      meaning: 'It does not exist, or it is outside the area of this account',
      toDo: 'Check the address, or find it again in the list',
    },
    'method-not-allowed': {
      title: 'Not this method here',
      meaning: 'A program used a method that this address does not have',
      toDo: 'For programmers: the methods are listed in /api/openapi.json',
    },
    'response-differs': {
      title: 'Another response is stored under this id',
      meaning:
        'A response with the same id but different content is stored already; nothing is overwritten',
      toDo: 'Send a new response under a new id; to change the old one, ask an officer',
    },
    'batch-loading': {
      title: 'This batch is being loaded already',
      meaning: 'The same file is being sent at this moment',
      toDo: 'Wait until it is done, then open its receipt',
    },
    'batch-differs': {
      title: 'Another file is stored under this batch id',
      meaning: 'A different file, or the same file read in another way, was sent under the same id',
      toDo: 'Send the file without that id',
    },
    'batch-state': {
      title: 'This cannot be done with the file as it is',
      meaning: 'The file is withdrawn, or nothing of it is stored',
      toDo: 'Open the file and look at its state. Bring it back first, or send it as a new file',
    },
    'rows-approved': {
      title: 'Some of it is approved already',
      meaning: 'Some rows of this file are approved. Only an administrator may withdraw these',
      toDo: 'Look at the rows that are named, and ask an administrator',
    },
    'response-withdrawn': {
      title: 'This response is withdrawn',
      meaning: 'A withdrawn response is counted in no figure, so it waits for no decision',
      toDo: 'Bring the response back first, then decide',
    },
    'revision-stale': {
      title: 'This is not the revision to be changed',
      meaning:
        'Somebody changed or decided on this response after you had opened it, or it was not sent back',
      toDo: 'Open the newest revision and change that one; what you wrote is kept',
    },
    'response-erased': {
      title: 'The words of this response were erased',
      meaning:
        'Somebody asked for it, or the time they are kept for is over, so its content can no longer be changed. It still counts',
      toDo: 'Remove the draft from this device; enter anything new as a response of its own',
    },
    'decision-conflict': {
      title: 'Somebody changed this response before you',
      meaning: 'Another reviewer saved a decision after you had opened the page',
      toDo: 'Look at both and choose; what you wrote is kept',
    },
    'too-large': {
      title: 'Too large',
      meaning: 'The file or the text is larger than what is accepted',
      toDo: 'Split the file and send the parts one by one',
    },
    'wrong-media-type': {
      title: 'Not a format that is read here',
      meaning: 'The kind of data is not what this address accepts',
      toDo: 'Send files as CSV and data as JSON',
    },
    'photo-invalid': {
      title: 'This photo cannot be stored',
      meaning:
        'It is no JPEG, PNG or WebP, is damaged, or says more than the picture, such as where it was taken',
      toDo: 'Take the photo again, or choose another one',
    },
    'response-invalid': {
      title: 'The response breaks rules of the survey',
      meaning: 'Some value breaks a rule of the survey, such as the province or the date',
      toDo: 'Open it, fix what is marked in red and send it again',
    },
    'reason-needed': {
      title: 'A reason is needed',
      meaning: 'Sending back or rejecting needs a reason, so that the sender knows what to fix',
      toDo: 'Write one sentence',
    },
    'mapping-needed': {
      title: 'Say which column is which',
      meaning: 'The header does not tell which columns hold the province and the problem',
      toDo: 'Match the columns in the second step and send again',
    },
    'not-text': {
      title: 'The file is not a text table',
      meaning: 'It may be an .xlsx, a PDF or a picture',
      toDo: 'Open it in Excel, save it as CSV UTF-8 and send that file',
    },
    'unknown-encoding': {
      title: 'The characters of the file could not be read',
      meaning: 'It is neither UTF-8 nor Windows-874 nor UTF-16',
      toDo: 'Save it as CSV UTF-8 and send it again',
    },
    'no-header': {
      title: 'No row of column names was found',
      meaning: 'No row looks like names of columns',
      toDo: 'Put the names above the data, or choose the header row when sending',
    },
    'header-mismatch': {
      title: 'The rows are shorter than the header',
      meaning:
        'Every row has fewer cells than the header has names, as a comma in a name without quotes makes it. Nobody can tell which value stands under which name.',
      toDo: 'Put quotes around the name that holds a comma, or take the comma out, and send the file again.',
    },
    'empty-file': {
      title: 'There is nothing in the file',
      meaning: 'The file is empty or holds only a header',
      toDo: 'Check that it is the right file',
    },
    'too-many-columns': {
      title: 'Too many columns',
      meaning: 'The file has more columns than are read',
      toDo: 'Delete those that are not needed and send it again',
    },
    'changes-to-decide': {
      title: 'Some rows change what is stored',
      meaning: 'You asked to be asked before rows change what is stored, so none was stored',
      toDo: 'Choose to keep what is stored or to replace it, and send the file again',
    },
    'all-or-nothing': {
      title: 'Some rows break rules, so none was stored',
      meaning: 'You chose all or nothing, and some rows need fixing',
      toDo: 'Fix the rows, or choose to send the good ones',
    },
    'too-slow': {
      title: 'The request took too long to arrive',
      meaning: 'The line was so slow that the data did not come in time',
      toDo: 'Send it again where the signal is better; what has arrived is not counted twice',
    },
    'too-many-tries': {
      title: 'Too many tries',
      meaning: 'Signing in failed many times from this name or this device',
      toDo: 'Wait as long as it says, then try again',
    },
    'too-many-requests': {
      title: 'Too many requests',
      meaning:
        'More came from this account or this line than is taken in a minute, a day or at once; nothing was lost',
      toDo: 'Wait as long as it says, then send it again. The outbox does so by itself',
    },
    unexpected: {
      title: 'Something went wrong here',
      meaning: 'Something unforeseen happened; it is in the log',
      toDo: 'Try again; if it stays, tell the administrator the request number',
    },
    'not-ready': {
      title: 'Not ready yet',
      meaning: 'It has just started and is counting everything again; half a number is never shown',
      toDo: 'Wait a moment and try again',
    },
    'storage-full': {
      title: 'There is no room to store this at the moment',
      meaning: 'Nothing more can be stored; what is stored is safe',
      toDo: 'Keep what you filled in on the device, send it later, and tell the administrator',
    },
    'storage-damaged': {
      title: 'A part of the database is damaged',
      meaning:
        'What was asked for is no longer what was stored; it is not shown, so that nothing wrong is',
      toDo: 'Try again in a moment; if it stays, tell the administrator',
    },
    'storage-unavailable': {
      title: 'The database does not answer',
      meaning: 'The database cannot be reached at the moment',
      toDo: 'Try again in a moment',
    },
  },
};
