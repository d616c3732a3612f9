// The provinces as choices: those of the person's own area first. The others stay choosable, with a word about it:
// the phone may not know yet that somebody's area has grown; the server decides.
import type { Scope } from '../../../shared/api/session.ts';
import { type Province, provinces } from '../../../shared/places/provinces.ts';
import type { Lang } from '../../i18n/messages.ts';
import type { ComboOption } from '../../ui/Combobox.tsx';

export function isInScope(scope: Scope, province: Province): boolean {
  if (scope.kind === 'all') return true;
  return scope.kind === 'region'
    ? province.region === scope.region
    : province.code === scope.province;
}

export function provinceOptions(scope: Scope, lang: Lang, outside: string): readonly ComboOption[] {
  const collator = new Intl.Collator(lang);
  const sorted = [...provinces].sort((a, b) =>
    lang === 'th' ? collator.compare(a.nameTh, b.nameTh) : collator.compare(a.nameEn, b.nameEn),
  );
  const own = sorted.filter((province) => isInScope(scope, province));
  const others = sorted.filter((province) => !isInScope(scope, province));
  return [
    ...own.map((one) => toOption(one, lang)),
    ...others.map((one) => toOption(one, lang, outside)),
  ];
}

function toOption(province: Province, lang: Lang, outside?: string): ComboOption {
  const { code, nameTh, nameEn, abbrTh, abbrEn, spellings } = province;
  const other = lang === 'th' ? nameEn : nameTh;
  return {
    value: code,
    label: lang === 'th' ? nameTh : nameEn,
    note: outside ? `${other} · ${outside}` : other,
    also: [other, abbrTh, abbrEn, ...spellings],
  };
}
