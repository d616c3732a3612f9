// Who else has this response open: said and asked while the page is looked at, and not otherwise.
import { useEffect, useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import { type Presence, presenceMs } from '../../../shared/api/presence.ts';
import { api } from '../../data/api.ts';

export function usePresence(survey: string, id: string): Presence['items'] {
  const [others, setOthers] = useState<Presence['items']>([]);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    let hasSaid = false;
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      hasSaid = true;
      api(paths.presence(survey, id), { method: 'PUT', signal }).then(
        ({ items }) => setOthers(items),
        () => undefined, // who is there is good to know, and nothing else waits for it
      );
    };
    // who only passes through the queue says nothing
    const first = setTimeout(say, stayMs);
    const again = setInterval(say, presenceMs.again);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      document.removeEventListener('visibilitychange', say);
      abort.abort();
      if (hasSaid) api(paths.presence(survey, id), { method: 'DELETE' }).catch(() => undefined);
    };
  }, [survey, id]);
  return others;
}

/** who has stayed for so long reads it */
export const stayMs = 700;
