// The sentence of a flag: codes become names, numbers are formatted.
import type { QualityFlag } from '../../shared/api/quality.ts';
import { provinceByCode } from '../../shared/places/provinces.ts';
import type { FieldName } from '../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../shared/survey/fields/words.ts';
import { type Districts, useDistricts } from '../data/districts.ts';
import { useOfficeName } from '../data/offices.ts';
import { formatDay, formatNumber } from './format.ts';
import { useI18n } from './i18n.ts';
import type { Lang } from './messages.ts';

export function useFlagSentence({ rule, numbers }: QualityFlag): string {
  const { t, lang } = useI18n();
  const officeName = useOfficeName();
  const districts = useDistricts();
  const said = Object.entries(numbers).map(([name, value]) => {
    if (typeof value === 'number') return [name, formatNumber(value)];
    if (name === 'office') return [name, officeName(value, lang)];
    if (name === 'district') return [name, districtName(districts, numbers, lang)];
    return [name, nameOf(name, value, lang)];
  });
  return t.quality.sentences[rule](Object.fromEntries(said));
}

function nameOf(name: string, value: string, lang: Lang): string {
  if (name === 'province') return provinceByCode(value)?.name[lang] ?? value;
  if (name === 'from' || name === 'to') return formatDay(value, lang);
  // one of the names of the registry, as the rules say
  if (name === 'field') return fieldWords[value as FieldName]?.name[lang] ?? value;
  return value;
}

/** Its code until the list of districts is there. */
function districtName(
  districts: Districts | null | undefined,
  { province, district }: QualityFlag['numbers'],
  lang: Lang,
): string {
  const all = districts?.(String(province)) ?? [];
  return all.find(({ code }) => code === district)?.name[lang] ?? String(district);
}
