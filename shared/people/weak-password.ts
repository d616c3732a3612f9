// What makes a password weak whatever lists say (NIST SP 800-63B): too short, or made of what everybody knows about the person or
// the product. No rule about kinds of signs. Whether many people use it, only the server can tell.
import { countCodePoints } from '../text/thai.ts';

export const passwordLength = { least: 12, most: 500 } as const;
export const passwordWeaknesses = ['too-short', 'username', 'product', 'common'] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];

const product = /rabfang|รับฟัง/i;
/** a name shorter than this stands in many words by chance */
const shortestName = 4;

/** undefined: nothing that can be seen here */
export function weaknessOf(password: string, username: string): PasswordWeakness | undefined {
  const given = password.slice(0, passwordLength.most).normalize('NFC');
  if (countCodePoints(given) < passwordLength.least) return 'too-short';
  const text = given.toLowerCase();
  if (username.length >= shortestName && text.includes(username.toLowerCase())) return 'username';
  return product.test(text) ? 'product' : undefined;
}
