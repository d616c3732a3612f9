import { provinceByCode } from '../../../shared/places/provinces.ts';
import type { SetSummary } from '../../data/outbox-machine.ts';
import type { Lang } from '../../i18n/messages.ts';

/** ต.สบเมย อ.สบเมย แม่ฮ่องสอน, as far as it is known; empty when nothing is. */
export function placeWords(summary: SetSummary, lang: Lang): string {
  const province = summary.province ? provinceByCode(summary.province) : undefined;
  const name = province ? (lang === 'th' ? province.nameTh : province.nameEn) : summary.province;
  const { subdistrict, district } = summary;
  const isBangkok = summary.province === 'TH-10';
  if (lang === 'en') return [subdistrict, district, name].filter(Boolean).join(', ');
  const marked = (mark: string, text: string | null) => {
    if (!text) return null;
    return isBangkok || text.startsWith(mark) ? text : mark + text;
  };
  return [marked('ต.', subdistrict), marked('อ.', district), name].filter(Boolean).join(' ');
}
