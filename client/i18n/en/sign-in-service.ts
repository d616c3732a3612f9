import type { Messages } from '../messages.ts';

export const signInService: Messages['signInService'] = {
  title: (name) => `Sign in with ${name}`,
  leaving: 'Leaving…',
  or: 'or with your user name and password',
  emergency: 'For administrators, in an emergency',
  own: {
    title: (name) => `Signing in with ${name}`,
    why: 'Once added, it lets you in without a password of this system. Role, office and place are then what your organisation says, each time you sign in',
    add: (name) => `Add ${name}`,
    added: 'Added. Next time press the button of your organisation’s service when you sign in',
    since: (when) => `It lets you in since ${when}`,
    end: 'Give it up',
    ended: 'Given up; other devices are signed out',
    only: 'You have no password here, so this is your only way in',
  },
  refusals: {
    declined: 'You are not signed in: it was not confirmed at your organisation. You can try again',
    unreachable:
      'The service of your organisation does not answer. Try again in a while, or use your user name and password',
    over: 'That sign-in took too long, was used already, or began in another browser. Sign in again',
    failed:
      'What your organisation’s service answered could not be trusted. Sign in again; if it goes on, tell the administrator',
    weak: 'Sign in at your organisation with a second factor, then come back and sign in again',
    'no-role':
      'This account of your organisation has not been given access to Rabfang. Ask whoever manages accounts there',
    'no-office':
      'It is not known which office this account belongs to, or that office is closed. Tell the administrator',
    'no-place':
      'It is not known which place this account answers for. Tell whoever manages accounts in your organisation',
    'no-account': 'There is nobody here with this account yet. Ask the administrator to add you',
    'no-name': 'This account has no user name that can be used here. Tell the administrator',
    'name-taken':
      'Somebody here has this user name already. If it is you, sign in with your password and add your organisation’s account at “My account”',
    'other-account': 'Somebody else here signs in with this account of your organisation',
    disabled: 'This account is disabled here. Ask the administrator',
    'last-administrator':
      'Your organisation takes rights from this account, but it is the last administrator of the whole country. Make somebody else one first',
    'too-many': 'Too many tries. Wait a while, then try again',
  },
};
