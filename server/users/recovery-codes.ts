// Recovery codes: for whoever has lost the phone. Each is taken once; the person's document holds what argon2id makes of them.
import { randomBytes, randomInt } from 'node:crypto';
import {
  recoveryLength,
  recoveryLetters,
  showRecoveryCode,
} from '../../shared/people/second-factor-code.ts';
import { hashWithSalt } from './password.ts';

const count = 10;

export interface StoredRecoveryCodes {
  /** of all of them, so that trying one costs one hashing */
  readonly salt: string;
  /** of those that were not used */
  readonly digests: readonly string[];
}

export interface MadeRecoveryCodes {
  /** as they are shown, once */
  readonly shown: readonly string[];
  readonly stored: StoredRecoveryCodes;
}

export async function newRecoveryCodes(): Promise<MadeRecoveryCodes> {
  const codes = Array.from({ length: count }, newCode);
  const salt = randomBytes(16).toString('base64url');
  const digests = await Promise.all(codes.map((code) => hashWithSalt(code, salt)));
  return { shown: codes.map(showRecoveryCode), stored: { salt, digests } };
}

/** Those that are left once `code` was taken; undefined: it is none of them. */
export async function takeRecoveryCode(
  { salt, digests }: StoredRecoveryCodes,
  code: string,
): Promise<StoredRecoveryCodes | undefined> {
  const digest = await hashWithSalt(code, salt);
  if (!digests.includes(digest)) return undefined;
  return { salt, digests: digests.filter((one) => one !== digest) };
}

const newCode = (): string =>
  Array.from(
    { length: recoveryLength },
    () => recoveryLetters[randomInt(recoveryLetters.length)],
  ).join('');
