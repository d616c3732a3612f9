// A page that is open when the signal goes must still lead to the other field pages, in either language.
import { useEffect } from 'preact/hooks';

const quietMs = 500;

/** Fetches what the field needs next, once, when the page has come to rest. */
export function useFieldPages(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [
        import('./CollectPage.tsx'),
        import('./OutboxPage.tsx'),
        import('../home/HomePage.tsx'),
        import('../../i18n/en.ts'),
        ...[import('../../i18n/th/home.ts'), import('../../i18n/en/home.ts')],
        ...[import('../../i18n/th/collect.ts'), import('../../i18n/en/collect.ts')],
        ...[import('../../i18n/th/violations.ts'), import('../../i18n/en/violations.ts')],
      ];
      // what did not come now is asked for again when it is needed
      void Promise.allSettled(parts);
    }, quietMs);
    return () => clearTimeout(timer);
  }, []);
}
