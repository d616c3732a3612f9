// Takes a code of a person's second factor: each once, whichever process is asked. What was taken, and how often it was wrong, stands
// in the person's document, and is written only if nobody else has written it since it was read.

import type { CodeRefusal } from '../../shared/api/second-factor.ts';
import { readCode, type TypedCode } from '../../shared/people/second-factor-code.ts';
import type { Context } from '../context.ts';
import { changeUser } from './change-user.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { unseal } from './seal.ts';
import { countCodeTry, forgetCodeTries } from './sign-in-limit.ts';
import { stepOfCode } from './totp.ts';
import type { StoredSecondFactor } from './user.model.ts';

/** Beyond it only a recovery code helps, or a reset: guesses that are slowed down find a code of six digits one day. */
const mostWrong = 100;

type Taking = Pick<Context, 'db' | 'now' | 'secret'>;
interface Judged {
  readonly refusal?: CodeRefusal;
  readonly after: StoredSecondFactor;
}

/** undefined: it was right, and is used up now; `onFirstLimited`: the first that the limit refuses in its time. @throws too-many-tries */
export async function takeCode(
  context: Taking,
  username: string,
  text: string,
  onFirstLimited?: () => Promise<void>,
): Promise<CodeRefusal | undefined> {
  await countCodeTry(context, username, onFirstLimited);
  const typed = readCode(text);
  let refusal: CodeRefusal | undefined;
  await changeUser(context, username, async ({ secondFactor }) => {
    // turned off meanwhile: there is nothing that it could be a code of
    if (!secondFactor) {
      refusal = 'wrong';
      return { set: {}, ends: 'nothing' };
    }
    const judged = await judge(context, username, secondFactor, typed);
    refusal = judged.refusal;
    return { set: { secondFactor: judged.after }, ends: 'nothing' };
  });
  if (refusal === undefined) await forgetCodeTries(context, username);
  return refusal;
}

async function judge(
  context: Taking,
  username: string,
  factor: StoredSecondFactor,
  typed: TypedCode | undefined,
): Promise<Judged> {
  const refuse = (refusal: CodeRefusal): Judged => ({
    refusal,
    after: { ...factor, wrong: factor.wrong + 1 },
  });
  if (!typed) return refuse('wrong');
  if (typed.kind === 'recovery') {
    const recovery = await takeRecoveryCode(factor.recovery, typed.code);
    return recovery ? { after: { ...factor, recovery, wrong: 0 } } : refuse('wrong');
  }
  if (factor.wrong >= mostWrong) return refuse('locked');
  const secret = unseal(context, sealedFor(username), factor.secret);
  if (secret === undefined) return refuse('unreadable');
  const step = stepOfCode(secret, typed.code, context.now());
  // also a code that is right, but was taken already
  if (step === undefined || step <= factor.lastStep) return refuse('wrong');
  return { after: { ...factor, lastStep: step, wrong: 0 } };
}

export const sealedFor = (username: string) =>
  ({ purpose: 'second factor', of: username }) as const;
