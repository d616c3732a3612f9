import type { Response } from '../../../shared/api/responses.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** ต.สุเทพ อ.เมืองเชียงใหม่ จ.เชียงใหม่; districts are only known by their Thai names. */
export function usePlaceLine(): (place: Response['place']) => string {
  const { t, lang } = useI18n();
  return ({ province, district, subdistrict }) => {
    const names = provinceByCode(province);
    const name = names ? (lang === 'th' ? names.nameTh : names.nameEn) : province;
    return t.responses.one.placeLine(subdistrict, district, name);
  };
}
