import { useEffect, useState } from 'preact/hooks';

/** the one width at which pages become one column; paper is narrow too, but is no phone */
const narrow = 'screen and (max-width: 760px)';

export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const read = () => setNarrow(query.matches);
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return isNarrow;
}
