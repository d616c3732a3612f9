// What people type as a code: six digits of their app, or a recovery code. Spaces, hyphens, large letters and Thai digits are fine.
import { toWesternDigits } from '../text/thai.ts';

/** digits and letters that are not taken for each other when they are read aloud or typed */
export const recoveryLetters = '0123456789abcdefghjkmnpqrstvwxyz';
export const recoveryLength = 10;
const recoveryCode = new RegExp(`^[${recoveryLetters}]{${recoveryLength}}$`);

export interface TypedCode {
  readonly kind: 'app' | 'recovery';
  readonly code: string;
}

/** undefined: it can be neither */
export function readCode(text: string): TypedCode | undefined {
  const code = toWesternDigits(text).replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(code)) return { kind: 'app', code };
  return recoveryCode.test(code) ? { kind: 'recovery', code } : undefined;
}

/** A recovery code as it is shown: in two groups. */
export const showRecoveryCode = (code: string): string =>
  `${code.slice(0, recoveryLength / 2)}-${code.slice(recoveryLength / 2)}`;
