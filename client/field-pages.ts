// A page of the field that is open when the signal goes must still lead to the other field pages, in either language, and so must the
// next one: the device keeps them.
import { useEffect } from 'preact/hooks';
import { keepApp } from './data/app-files.ts';
import { fetchAreas } from './i18n/i18n.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

const quietMs = 1000;

/** Once the page has come to rest: begins to keep the app on this device, and on a page of the field fetches what it needs next. */
export function useFieldPages(route: Route | undefined): void {
  const isThere = route !== undefined;
  const isField = route?.field === true;
  useEffect(() => {
    if (!isThere) return;
    const timer = setTimeout(() => {
      keepApp();
      if (isField) fetchFieldPages();
    }, quietMs);
    return () => clearTimeout(timer);
  }, [isThere, isField]);
}

function fetchFieldPages(): void {
  const field = routes.filter((route) => route.field);
  // what did not come now is asked for again when it is needed
  void Promise.allSettled([
    ...field.map((route) => route.load?.()),
    fetchAreas([...new Set(field.flatMap(({ areas }) => areas))]),
  ]);
}
