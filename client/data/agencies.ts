import { useEffect } from 'preact/hooks';
import { paths } from '../../shared/api/paths.ts';
import { keepAgencies, keptAgencies } from './kept-agencies.ts';
import { useOnline } from './outbox-status.ts';
import { useQuery } from './use-query.ts';

/** What the office of `owner`, who is signed in, has called agencies before, most often first; without a signal as heard last. */
export function useAgencies(survey: string, owner: string): readonly string[] {
  const online = useOnline();
  // an older server knows none
  const { data } = useQuery(online ? paths.ownAgencies(survey) : null);
  const names = data?.items.map(({ name }) => name);
  useEffect(() => {
    if (names) keepAgencies(owner, names);
  }, [owner, data]);
  return names ?? keptAgencies(owner);
}
