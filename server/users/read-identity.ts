// Who asks: by a session (a browser, or a bearer token of one) or by a token that a person made for a script.
import type { RequestHandler, Response } from 'express';
import type { Context } from '../context.ts';
import { identifyWithinMs, inTime } from '../http/deadline.ts';
import { isSecondFactorMissing } from './second-factor-rule.ts';
import { tokenOf } from './session-cookie.ts';
import { livingSession, storedId, toUser } from './sessions.ts';
import { TokenReader } from './token-reader.ts';
import { digestOfToken, isApiToken, livingToken } from './tokens.ts';

/** What `res.locals` then hold of it. */
interface Identity {
  readonly user: ReturnType<typeof toUser>;
  readonly sessionExpiresAt: Date;
  readonly sessionId?: string;
  readonly tokenId?: string;
  readonly secondFactorMissing: boolean;
  /** what a token was given at most; absent: all that the role may */
  readonly tokenVerbs?: readonly string[];
}

/** Says nothing when there is nobody: `may()` decides what that means. */
export function readIdentity(context: Context): RequestHandler {
  const sessions = new TokenReader(context.secret, storedId);
  const look = async (token: string): Promise<Identity | undefined> => {
    if (isApiToken(token)) return await byToken(context, digestOfToken(token));
    const id = sessions.sessionOf(token);
    return id === undefined ? undefined : await bySession(context, id);
  };
  return async (req, res, next) => {
    const token = tokenOf(req);
    const looking = token === undefined ? undefined : look(token);
    const identity = looking && (await inTime(looking, identifyWithinMs));
    if (identity) Object.assign(res.locals, identity);
    next();
  };
}

/** For an answer that goes on: whether who asked still may. What cannot be found out counts as no; a reader who still may comes back. */
export async function isStillIn(context: Context, { locals }: Response): Promise<boolean> {
  const { sessionId, tokenId } = locals as Partial<Identity>; // set above
  const looking = tokenId ? byToken(context, tokenId) : bySession(context, sessionId ?? '');
  const found = await looking.catch(() => undefined);
  return found !== undefined && !found.secondFactorMissing;
}

async function bySession(context: Context, sessionId: string): Promise<Identity | undefined> {
  const living = await livingSession(context, sessionId);
  if (!living) return undefined;
  const { user, session } = living;
  return {
    user: toUser(user),
    sessionExpiresAt: session.expiresAt,
    sessionId,
    secondFactorMissing: await isSecondFactorMissing(context, user, session),
  };
}

async function byToken(context: Context, tokenId: string): Promise<Identity | undefined> {
  const living = await livingToken(context, tokenId);
  if (!living) return undefined;
  const { token, user } = living;
  return {
    user: toUser(user),
    sessionExpiresAt: token.expiresAt,
    tokenId,
    secondFactorMissing: await isSecondFactorMissing(context, user),
    tokenVerbs: token.verbs,
  };
}
