// A place in one line, as people write addresses.
import type { Lang } from '../text/names.ts';
import { provinceByCode } from './provinces.ts';

/** What a line says of a place: the province by its code, the others by their names. */
export const placeMembers = ['province', 'district', 'subdistrict'] as const;
export type PlaceNames = Readonly<Record<(typeof placeMembers)[number], string | null>>;

type Line = (place: PlaceNames, provinceName: string | null) => readonly (string | null)[];

/** its parts in the order of each language */
const lines: Readonly<Record<Lang, { readonly parts: Line; readonly between: string }>> = {
  th: {
    parts: ({ province, district, subdistrict }, name) => {
      const isBangkok = province === 'TH-10';
      return [
        marked(isBangkok ? 'แขวง' : 'ต.', subdistrict),
        marked(isBangkok ? 'เขต' : 'อ.', district),
        marked(isBangkok ? '' : 'จ.', name),
      ];
    },
    between: ' ',
  },
  en: { parts: ({ district, subdistrict }, name) => [subdistrict, district, name], between: ', ' },
};

/** `ต.สบเมย อ.สบเมย จ.แม่ฮ่องสอน`, `แขวงสีลม เขตบางรัก กรุงเทพมหานคร`; empty when nothing is known. */
export function placeLine(place: PlaceNames, lang: Lang): string {
  const { province } = place;
  const name = (province && provinceByCode(province)?.name[lang]) || province;
  const { parts, between } = lines[lang];
  return parts(place, name).filter(Boolean).join(between);
}

function marked(mark: string, text: string | null): string | null {
  return !text || text.startsWith(mark) ? text : mark + text;
}
