// A device on which somebody signed in before: guesses from elsewhere at the same name do not keep its owner out.
import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Context } from '../context.ts';

const audience = 'device';

/** A signed word for this device and this person. */
export function deviceToken({ secret }: Pick<Context, 'secret'>, username: string): string {
  const jwtid = randomBytes(12).toString('base64url');
  return jwt.sign({}, secret, { algorithm: 'HS256', subject: username, jwtid, audience });
}

/** The device's id when the word is ours and about this person. */
export function knownDevice(
  { secret }: Pick<Context, 'secret'>,
  token: string | undefined,
  username: string,
): string | undefined {
  if (!token) return undefined;
  try {
    const claims = jwt.verify(token, secret, {
      algorithms: ['HS256'],
      audience,
      subject: username,
    });
    return typeof claims === 'string' ? undefined : claims.jti;
  } catch {
    return undefined; // another person's, or none of ours
  }
}
