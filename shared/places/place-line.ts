// A place in one line, as people write addresses.
import { provinceByCode } from './provinces.ts';

/** What a line says of a place: the province by its code, the others by their names. */
export const placeMembers = ['province', 'district', 'subdistrict'] as const;
export type PlaceNames = Readonly<Record<(typeof placeMembers)[number], string | null>>;

/** `ต.สบเมย อ.สบเมย จ.แม่ฮ่องสอน`, `แขวงสีลม เขตบางรัก กรุงเทพมหานคร`; empty when nothing is known. */
export function placeLine(place: PlaceNames, language: 'th' | 'en'): string {
  const { province, district, subdistrict } = place;
  const names = province ? provinceByCode(province) : undefined;
  if (language === 'en')
    return [subdistrict, district, names?.nameEn ?? province].filter(Boolean).join(', ');
  const isBangkok = province === 'TH-10';
  return [
    marked(isBangkok ? 'แขวง' : 'ต.', subdistrict),
    marked(isBangkok ? 'เขต' : 'อ.', district),
    marked(isBangkok ? '' : 'จ.', names?.nameTh ?? province),
  ]
    .filter(Boolean)
    .join(' ');
}

function marked(mark: string, text: string | null): string | null {
  return !text || text.startsWith(mark) ? text : mark + text;
}
