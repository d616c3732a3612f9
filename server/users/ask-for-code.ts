// Who has a second factor comes in with a code of it as well, whichever way they come.
import type { CodeRefusal } from '../../shared/api/second-factor.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { noteLimited } from './note-limited.ts';
import { takeCode } from './take-code.ts';
import type { StoredUser } from './user.model.ts';
import { markOfPerson, whoAsks } from './who-asks.ts';

/** @throws second-factor-needed, with the reason; too-many-tries */
export async function askForCode(
  { context, req, res }: Pick<Call, 'context' | 'req' | 'res'>,
  { _id, secondFactor }: StoredUser,
  code: string | undefined,
): Promise<void> {
  if (!secondFactor) return;
  const limited = () => noteLimited({ context, req, res }, _id);
  const reason = code === undefined ? 'missing' : await takeCode(context, _id, code, limited);
  if (reason === undefined) return;
  if (reason !== 'missing') {
    const happening = { what: 'sign-in-refused', on: `person:${_id}`, who: null } as const;
    await auditOf({ context, req, res }).note(happening);
    req.log.info(
      { ...whoAsks(context, req, res), person: markOfPerson(context, _id), reason },
      'failed sign-in',
    );
  }
  throw problem('second-factor-needed', { reason, detail: details[reason] });
}

const details: Readonly<Record<CodeRefusal, string>> = {
  missing: 'Send the code that your app shows, or a recovery code, as `code`.',
  wrong: 'The code is wrong, or was used already: wait for the next one.',
  locked: 'Too many codes were wrong. Use a recovery code, or have your second factor reset.',
  unreadable:
    'Codes of the app cannot be checked here any more (another SECRET). Use a recovery code, or have your second factor reset.',
};
