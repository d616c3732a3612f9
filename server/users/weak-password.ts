// Refuses passwords that are easy to guess, by the list and the patterns of zxcvbn-ts: it is loaded when the first password is
// set, since it takes a third of a second and most processes never need it.
import { type PasswordWeakness, weaknessOf } from '../../shared/people/weak-password.ts';
import { problem } from '../http/problem.ts';

/** guesses that a password must withstand, as a power of ten: what zxcvbn calls "safely unguessable" begins here */
const leastGuesses = 8;
/** characters that are looked at: the time grows faster than the length, and who is strong so far stays it */
const longest = 40;

interface Judge {
  check(password: string, known: string[]): { readonly guessesLog10: number };
}
let loading: Promise<Judge> | undefined;

/** @throws password-weak with the reason; nothing of the password is kept or said */
export async function refuseWeakPassword(password: string, username: string): Promise<void> {
  const reason = weaknessOf(password, username) ?? (await commonness(password, username));
  if (reason) throw problem('password-weak', { reason, detail: details[reason] });
}

async function commonness(
  password: string,
  username: string,
): Promise<PasswordWeakness | undefined> {
  loading ??= load();
  const judge = await loading;
  const { guessesLog10 } = judge.check(password.slice(0, longest), [username, 'rabfang']);
  return guessesLog10 < leastGuesses ? 'common' : undefined;
}

async function load(): Promise<Judge> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: longest });
}

const details: Readonly<Record<PasswordWeakness, string>> = {
  'too-short': 'At least 12 characters; several words make a good password.',
  username: 'It contains the user name.',
  product: 'It contains the name of this product.',
  common: 'It is among the first that others would try.',
};
