// How hard a secret or a password is to guess, as far as its characters show.
import { deflateRawSync } from 'node:zlib';

/** 128 bits are asked for; 32 hexadecimal digits of a good source measure 90 to 125 */
const leastBits = 80;

/** A secret of at least 32 characters that says one thing again and again, or uses few characters. */
export function isEasySecret(secret: string): boolean {
  return entropyOf(secret) < leastBits || deflateRawSync(secret).length < secret.length / 2;
}

const common =
  /pass(word)?|rabfang|admin|secret|qwerty|letmein|welcome|1234|abcd|thailand|\u0e23\u0e31\u0e1a\u0e1f\u0e31\u0e07/i;

/** Shorter than 12 characters, few different ones, or little beside a word that everybody tries. */
export function isWeakPassword(password: string): boolean {
  const rest = password.replaceAll(new RegExp(common, 'gi'), '');
  return [...rest].length < 8 || [...password].length < 12 || new Set(password).size < 6;
}

/** Shannon's entropy of the characters, in bits, for the whole text. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}
