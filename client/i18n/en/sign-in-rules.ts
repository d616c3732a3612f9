import type { signInRules as master } from '../th/sign-in-rules.ts';

export const signInRules: typeof master = {
  tab: 'Signing in',
  title: 'Signing in',
  lead: 'Who must have a second factor',
  factor: 'Second factor',
  factorWhy:
    'The roles chosen here type a code of an app on their phone as well, each time they sign in. Who has none yet is led to setting one up at once, and can do nothing else until then; neither can their tokens',
  must: 'Roles that must have one',
  count: (role, having, all) => `${role} · ${having} of ${all} have one`,
  yourself: 'You have none yourself: once this is saved you are led to setting it up',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved. It holds at once, everywhere',
  reset: 'Reset the second factor',
  has: 'Has a second factor',
  hasNot: 'Has no second factor',
  resetTitle: (name) => `Reset the second factor of ${name}`,
  resetWhy:
    'For who has neither the phone nor a recovery code. They are signed out everywhere, and come in by the password alone until they set up another. Make sure that it is really them who asks',
  reason: 'Reason',
  missingReason: 'Give the reason',
  resetDo: 'Reset it now',
  resetDone: (name) => `The second factor of ${name} was reset`,
};
