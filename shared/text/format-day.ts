// Days and months as people read them.
import { buddhistYears } from './calendar.ts';
import type { Lang } from './names.ts';

const monthNames: Readonly<Record<Lang, readonly string[]>> = {
  th: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** added to a year of the Common Era */
const yearsBefore: Readonly<Record<Lang, number>> = { th: buddhistYears, en: 0 };

/** `2019-06-17` → 17 มิ.ย. 2562 (Buddhist year) or 17 Jun 2019 */
export function formatDay(day: string, lang: Lang): string {
  return `${Number(day.slice(8))} ${formatMonth(day, lang)}`;
}

/** `2019-06` → มิ.ย. 2562 or Jun 2019 */
export function formatMonth(month: string, lang: Lang): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${monthNames[lang][number - 1]} ${year + yearsBefore[lang]}`;
}
