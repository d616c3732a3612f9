// Before somebody changes how they sign in they show that it is still them: by having signed in just now, else by a code of their
// second factor or, without one, by the password.
import type { Proof } from '../../shared/api/second-factor.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { knownDevice } from './device.ts';
import { findUser } from './find-user.ts';
import { noteLimitedProof } from './note-limited.ts';
import { isPassword } from './password.ts';
import { deviceOf } from './session-cookie.ts';
import { countTry, forgetTries } from './sign-in-limit.ts';
import { takeCode } from './take-code.ts';
import { storedSessions } from './user.model.ts';

const lastsMs = 10 * 60 * 1000;

/** @throws proof-needed, saying by what */
export async function askForProof({ context, user, res }: Call): Promise<void> {
  const session = await context.db.byId(storedSessions, String(res.locals.sessionId));
  const provenAt = session && (session.provenAt ?? session.createdAt);
  if (provenAt && context.now().getTime() - provenAt.getTime() < lastsMs) return;
  const stored = await findUser(context, user.username);
  const by = stored?.secondFactor ? 'code' : stored?.password ? 'password' : 'sign-in';
  throw problem('proof-needed', { by, detail: 'Show that it is still you, then try again.' });
}

/** Good for ten minutes, for this session. @throws password-wrong, second-factor-wrong, too-many-tries */
export async function takeProof(call: Call, { password, code }: Proof): Promise<void> {
  const { context, user, res } = call;
  const stored = await findUser(context, user.username);
  if (stored?.secondFactor) await takeCodeAsProof(call, code ?? '');
  else await takePassword(call, password ?? '', stored?.password ?? undefined);
  const _id = String(res.locals.sessionId);
  const proven = { $set: { provenAt: context.now() } };
  await context.db.model(storedSessions).updateOne({ _id }, proven);
}

async function takeCodeAsProof(call: Call, code: string): Promise<void> {
  const { context, user } = call;
  const limited = () => noteLimitedProof(call);
  const refusal = await takeCode(context, user.username, code, limited);
  if (refusal)
    throw problem('second-factor-wrong', { reason: refusal, detail: 'Take the next code.' });
}

async function takePassword(call: Call, given: string, stored: string | undefined): Promise<void> {
  const { context, user, req } = call;
  const { username } = user;
  const device = knownDevice(context, deviceOf(req), username);
  const attempt = { username, address: req.ip ?? '', device };
  await countTry(context, attempt, () => noteLimitedProof(call));
  if (!(await isPassword(given, stored)))
    throw problem('password-wrong', { detail: 'Your password is another one.' });
  await forgetTries(context, attempt);
}
