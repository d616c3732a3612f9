// Places and offices as choices. A place is named by its id: `all`, a region, a province.
import type { Office } from '../../../shared/api/offices.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { findScope } from '../../../shared/places/find-scope.ts';
import { provinces, regions } from '../../../shared/places/provinces.ts';
import { areaOf, isScopeWithin } from '../../../shared/places/scope.ts';
import { allNames, langs, type Names, nameIn } from '../../../shared/text/names.ts';
import type { Lang } from '../../i18n/messages.ts';
import type { ComboOption } from '../../ui/Combobox.tsx';

export const placeValue = (scope: Scope): string => areaOf(scope) ?? 'all';

export const chosenPlace = (value: string): Scope | undefined => findScope(value);

/** Those inside of `within`: nobody hands on more than they have. */
export function placeOptions(within: Scope, lang: Lang, wholeCountry: string): ComboOption[] {
  const collator = new Intl.Collator(lang);
  const sorted = [...provinces].sort((a, b) => collator.compare(a.name[lang], b.name[lang]));
  return [
    { value: 'all', label: wholeCountry },
    ...regions.map(({ id, name }) => option(id, name, lang)),
    ...sorted.map(({ code, name, spellings }) => {
      const one = option(code, name, lang);
      return { ...one, also: [...(one.also ?? []), ...spellings] };
    }),
  ].filter(({ value }) => {
    const scope = chosenPlace(value);
    return scope !== undefined && isScopeWithin(scope, within);
  });
}

function option(value: string, name: Names, lang: Lang): ComboOption {
  const others = langs.filter((one) => one !== lang).map((one) => name[one]);
  return { value, label: name[lang], note: others.join(' · '), also: [...others, value] };
}

/** The open ones, and the one that is chosen already. */
export function officeOptions(
  offices: readonly Office[],
  chosen: string | null,
  lang: Lang,
): ComboOption[] {
  const collator = new Intl.Collator(lang);
  return offices
    .filter(({ id, state }) => state === 'active' || id === chosen)
    .map((office) => ({
      value: office.id,
      label: nameIn(office, lang),
      note: office.id,
      also: [office.id, ...allNames(office)],
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
}
