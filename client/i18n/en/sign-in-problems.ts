import type { signInProblems as master } from '../th/sign-in-problems.ts';

export const signInProblems: typeof master = {
  'second-factor-needed': {
    title: 'A code is needed as well',
    meaning: 'This account has a second factor; the password alone does not let in',
    toDo: 'Type the six digits of the app, or a recovery code. Without either, have it reset by whoever manages accounts',
  },
  'passwords-off': {
    title: 'A password does not let in here',
    meaning:
      'People sign in by the service of their organisation; a password is for administrators of the whole country, in an emergency',
    toDo: 'Press the button of your organisation’s service on the sign-in page',
  },
  'second-factor-wrong': {
    title: 'That is not the code',
    meaning:
      'Codes of the app change every 30 seconds and are taken once; this one is over or was used',
    toDo: 'Wait for the next code. If it is refused as well, let the phone set its clock by itself',
  },
  'second-factor-required': {
    title: 'Set up a second factor first',
    meaning:
      'An administrator has said that your role must have a second factor; there is none yet',
    toDo: 'Set it up at your account, then go on',
  },
  'second-factor-unavailable': {
    title: 'No second factor can be set up here',
    meaning:
      'The server was started without a lasting secret (SECRET): what is set up would be lost at its next start',
    toDo: 'Tell whoever runs the server to set SECRET',
  },
  'second-factor-over': {
    title: 'Setting up took too long',
    meaning: 'The code to scan is good for 30 minutes; nothing has changed',
    toDo: 'Begin again and scan the new one',
  },
  'proof-needed': {
    title: 'Show that it is still you',
    meaning: 'Before the way of signing in is changed, its owner is asked once more',
    toDo: 'Type the password, or a code of the app, and go on',
  },
};
