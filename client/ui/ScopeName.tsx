import type { Scope } from '../../shared/api/session.ts';
import { provinceByCode, regions } from '../../shared/places/provinces.ts';
import type { Names } from '../../shared/text/names.ts';
import { useI18n } from '../i18n/i18n.ts';

/** Where a person may look and act, in words. */
export function ScopeName({ scope }: { readonly scope: Scope }) {
  return <>{useScopeName(scope)}</>;
}

export function useScopeName(scope: Scope): string {
  const { t, lang } = useI18n();
  if (scope.kind === 'all') return t.shell.wholeCountry;
  const code = scope.kind === 'region' ? scope.region : scope.province;
  return namesOf(scope)?.[lang] ?? code;
}

function namesOf(scope: Exclude<Scope, { kind: 'all' }>): Names | undefined {
  if (scope.kind === 'province') return provinceByCode(scope.province)?.name;
  return regions.find((region) => region.id === scope.region)?.name;
}
