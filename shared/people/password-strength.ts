// How strong a password looks while it is typed: by its length and what is known to be weak. Whether many use it, the server says.
import { countCodePoints } from '../text/thai.ts';
import { type PasswordWeakness, passwordLength, weaknessOf } from './weak-password.ts';

export type PasswordStrength =
  | { readonly kind: 'weak'; readonly reason: PasswordWeakness; readonly left: number }
  | { readonly kind: 'fair' | 'good' };

/** longer than this nobody tries all of them */
const long = 16;
/** fewer different signs are a repetition, whatever the length */
const leastDifferent = 6;

/** `left`: how many characters are missing */
export function strengthOf(password: string, username: string): PasswordStrength {
  const given = password.slice(0, passwordLength.most);
  const reason = weaknessOf(given, username);
  const length = countCodePoints(given.normalize('NFC'));
  const left = Math.max(0, passwordLength.least - length);
  if (reason) return { kind: 'weak', reason, left };
  if (new Set(given.toLowerCase()).size < leastDifferent)
    return { kind: 'weak', reason: 'common', left };
  return { kind: length >= long ? 'good' : 'fair' };
}
