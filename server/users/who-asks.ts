// People and addresses as the log may say them: marks that are the same for the same one, and that nobody can read back.
import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';

type Marking = Pick<Context, 'secret'>;

/** Keyed by the server's secret: a list of names or addresses does not find them again. */
const mark = ({ secret }: Marking, kind: string, text: string): string =>
  createHmac('sha256', secret).update(`log ${kind} ${text}`).digest('base64url').slice(0, 12);

export const markOfPerson = (context: Marking, username: string): string =>
  mark(context, 'person', username);

/** `person`: who is signed in, if anybody is; `from`: the address. */
export function whoAsks(context: Marking, req: Request, res: Response): object {
  const user = res.locals.user as User | undefined; // set by the session middleware
  return {
    ...(user && { person: markOfPerson(context, user.username) }),
    from: mark(context, 'address', req.ip ?? ''),
  };
}
