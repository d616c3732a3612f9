import { useEffect, useState } from 'preact/hooks';
import type { Scope } from '../../shared/api/session.ts';
import type { Names } from '../../shared/text/names.ts';
import { useI18n } from '../i18n/i18n.ts';

/** Where a person may look and act, in words. */
export function ScopeName({ scope }: { readonly scope: Scope }) {
  return <>{useScopeName(scope)}</>;
}

/** The list of places is only fetched when it is needed; until then the code stands for the name. */
export function useScopeName(scope: Scope): string {
  const { t, lang } = useI18n();
  const [known, setKnown] = useState<{ scope: Scope; names: Names | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (names: Names | null) => wanted && setKnown({ scope, names });
    void namesOf(scope).then(show, () => show(null));
    return () => {
      wanted = false;
    };
  }, [scope]);
  if (scope.kind === 'all') return t.shell.wholeCountry;
  // the name of another person's area is worse than a code
  const names = known?.scope === scope ? known.names : null;
  if (names) return names[lang];
  return scope.kind === 'region' ? scope.region : scope.province;
}

async function namesOf(scope: Scope): Promise<Names | null> {
  if (scope.kind === 'all') return null;
  const places = await import('../../shared/places/provinces.ts');
  if (scope.kind === 'province') return places.provinceByCode(scope.province)?.name ?? null;
  return places.regions.find((region) => region.id === scope.region)?.name ?? null;
}
