// What the value of a field may be, where that is a list, and which of them a text is most like.
import { provinceByCode, provinces } from '../../../../shared/places/provinces.ts';
import { strategies, strategyNames } from '../../../../shared/survey/strategies.ts';
import type { Lang } from '../../../../shared/text/names.ts';
import type { Districts } from '../../../data/districts.ts';
import type { Messages } from '../../../i18n/messages.ts';

export interface ValueOption {
  /** what is written into the cell */
  readonly value: string;
  readonly label: string;
}

interface Speaking {
  readonly lang: Lang;
  readonly t: Pick<Messages, 'common'>;
  /** null: their list is not here (yet) */
  readonly districts: Districts | null | undefined;
}

/** Empty: any text may stand there. `provincesOfIt`: codes of those that a district may lie in. */
export function optionsFor(
  field: string,
  provincesOfIt: readonly string[],
  { lang, t, districts }: Speaking,
): ValueOption[] {
  switch (field) {
    case 'district':
      return provincesOfIt.flatMap((code) =>
        (districts?.(code) ?? []).map(({ name }) => ({
          value: name.th,
          label: provincesOfIt.length > 1 ? `${name[lang]} · ${nameOf(code, lang)}` : name[lang],
        })),
      );
    case 'province':
      return provinces.map(({ name }) => ({ value: name.th, label: name[lang] }));
    case 'strategy':
      return strategies.map((one) => {
        const { no, short } = strategyNames[one];
        return { value: short.th, label: `${no} ${short[lang]}` };
      });
    case 'severity':
      return t.common.severityWords.map((word, index) => ({
        value: String(index + 1),
        label: `${index + 1} ${word}`,
      }));
    case 'respondent':
      return [
        { value: 'ประชาชน', label: t.common.citizen },
        { value: 'หน่วยงาน', label: t.common.agency },
      ];
    default:
      return [];
  }
}

const nameOf = (code: string, lang: Lang): string => provinceByCode(code)?.name[lang] ?? code;

/** words for a level that are none of the form's: only a person says what was meant */
const levels: readonly (readonly [words: RegExp, level: string])[] = [
  [/^(?:สูง(?:มาก|สุด|ที่สุด)|วิกฤต|ร้ายแรง|รุนแรงมาก|critical|severe|urgent|แดง|red)$/i, '5'],
  [/^(?:ค่อนข้าง)?สูง$|^(?:รุนแรง|serious|ส้ม|orange)$/i, '4'],
  [/^(?:กลาง|ปกติ|ทั่วไป|พอสมควร|normal|average|mid|เหลือง|yellow)$/i, '3'],
  [/^(?:ค่อนข้าง)?ต่ำ$|^(?:เล็กน้อย|minor|mild|เขียว|green)$/i, '2'],
  [/^(?:ต่ำ(?:มาก|สุด|ที่สุด)|ไม่รุนแรง|lowest|none)$/i, '1'],
];

/** What a value of this field is likely to mean, most likely first. */
export function likelyFor(
  field: string,
  text: string,
  options: readonly ValueOption[],
): readonly ValueOption[] {
  if (field !== 'severity') return nearest(text, options, 3);
  const level = levels.find(([words]) => words.test(text.trim()))?.[1];
  return options.filter(({ value }) => value === level);
}

/** Most alike first; none that has nothing in common with it. */
export function nearest(
  text: string,
  options: readonly ValueOption[],
  most: number,
): ValueOption[] {
  const wanted = pairsOf(text);
  return options
    .map((option) => ({
      option,
      alike: Math.max(alike(wanted, pairsOf(option.label)), alike(wanted, pairsOf(option.value))),
    }))
    .filter(({ alike: share }) => share > 0.2)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ option }) => option);
}

/** Letters side by side, those at the ends beside nothing. */
function pairsOf(text: string): Set<string> {
  const letters = [...` ${text.trim().toLowerCase().slice(0, 100)} `];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** Dice's coefficient. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
