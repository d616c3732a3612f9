// What was sent back to who is signed in, from whichever phone of theirs it came.
import { useEffect, useRef } from 'preact/hooks';
import { paths } from '../../shared/api/paths.ts';
import type { PageOfReturned, Response } from '../../shared/api/responses.ts';
import type { User } from '../../shared/api/session.ts';
import { keepReturned, keptReturned } from './kept-returned.ts';
import { isMendedBy } from './mend-beside.ts';
import { useOutbox } from './outbox-status.ts';
import type { SentBack } from './outbox-store.ts';
import { useQuery } from './use-query.ts';

/** Without network, as it was heard last on this device. What is mended here, sent or not, is not asked for again. */
export function useReturned(survey: string | undefined, owner: string): PageOfReturned | undefined {
  const heard = useHeard(survey, owner);
  const { sets } = useOutbox();
  return heard && { ...heard, items: heard.items.filter((one) => !isMendedBy(sets, one)) };
}

function useHeard(survey: string | undefined, owner: string): PageOfReturned | undefined {
  const { data, error, refetch } = useQuery(survey === undefined ? null : paths.returned(survey));
  // two tabs may be two people for a moment: nobody is shown what is another person's
  const own = data?.items.every(({ by }) => by === owner) ? data : undefined;
  const askedFor = useRef(owner);
  useEffect(() => {
    if (askedFor.current !== owner) refetch();
    askedFor.current = owner;
  }, [owner, refetch]);
  useEffect(() => {
    if (survey !== undefined && own) keepReturned(owner, survey, own);
  }, [survey, owner, own]);
  if (own || survey === undefined || error?.status !== 0) return own;
  return keptReturned(owner, survey);
}

/** What the last reviewer who sent it back said; undefined: nobody did. */
export function sentBackOf({ history }: Response): SentBack | undefined {
  const last = history.findLast(({ decision }) => decision === 'returned');
  if (!last) return undefined;
  const { reason, pointer, office } = last;
  return { reason: reason ?? '', ...(pointer && { pointer }), ...(office && { office }) };
}

/** Whether it was sent back to them: what they sent themselves, or a row of a file of their office. */
export function mayMend(response: Response, { username, role, office }: User): boolean {
  if (response.status !== 'returned' || response.erasedAt != null) return false;
  if (response.withdrawnAt != null) return false;
  const isOfOffice = role === 'officer' || role === 'administrator';
  return (
    response.by === username ||
    (isOfOffice && response.batch !== null && response.office === office)
  );
}
