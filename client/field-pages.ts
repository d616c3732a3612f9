// A page of the field that is open when the signal goes must still lead to the other field pages, in either language.
import { useEffect } from 'preact/hooks';
import { fetchAreas } from './i18n/i18n.ts';
import { type Route, routes } from './routes.ts';

const quietMs = 500;

/** On a page of the field: fetches what the field needs next, once the page has come to rest. */
export function useFieldPages(route: Route | undefined): void {
  const isField = route?.field === true;
  useEffect(() => {
    if (!isField) return;
    const timer = setTimeout(fetchFieldPages, quietMs);
    return () => clearTimeout(timer);
  }, [isField]);
}

function fetchFieldPages(): void {
  const field = routes.filter((route) => route.field);
  // what did not come now is asked for again when it is needed
  void Promise.allSettled([
    ...field.map((route) => route.load()),
    fetchAreas([...new Set(field.flatMap(({ areas }) => areas))]),
  ]);
}
