// The provinces as choices: those of the person's own area first. The others stay choosable, with a word about it:
// the phone may not know yet that somebody's area has grown; the server decides.

import type { Scope } from '../../../shared/api/session.ts';
import { type Province, provinces } from '../../../shared/places/provinces.ts';
import { isInScope } from '../../../shared/places/scope.ts';
import { langs } from '../../../shared/text/names.ts';
import type { Lang } from '../../i18n/messages.ts';
import type { ComboOption } from '../../ui/Combobox.tsx';

export function provinceOptions(scope: Scope, lang: Lang, outside: string): readonly ComboOption[] {
  const collator = new Intl.Collator(lang);
  const sorted = [...provinces].sort((a, b) => collator.compare(a.name[lang], b.name[lang]));
  const own = sorted.filter((province) => isInScope(scope, province.code));
  const others = sorted.filter((province) => !isInScope(scope, province.code));
  return [
    ...own.map((one) => toOption(one, lang)),
    ...others.map((one) => toOption(one, lang, outside)),
  ];
}

function toOption(province: Province, lang: Lang, outside?: string): ComboOption {
  const { code, name, abbr, spellings } = province;
  const others = langs.filter((one) => one !== lang).map((one) => name[one]);
  const other = others.join(' · ');
  return {
    value: code,
    label: name[lang],
    note: outside ? `${other} · ${outside}` : other,
    also: [...others, ...Object.values(abbr), ...spellings],
  };
}
