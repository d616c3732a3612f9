// Names of months as people write them, without dots and spaces, in lower case. Exact match only: ม.ค., มี.ค. and มิ.ย.
// are one vowel apart.
const thaiShort = 'มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค'.split(' ');
const thai =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
    ' ',
  );
const english =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

export interface Month {
  /** 1–12 */
  readonly no: number;
  readonly language: 'th' | 'en';
}

const months = new Map<string, Month>([['sept', { no: 9, language: 'en' }]]);
for (const [index, name] of english.entries()) {
  const no = index + 1;
  months.set(name, { no, language: 'en' }).set(name.slice(0, 3), { no, language: 'en' });
  const full = thai[index] ?? '';
  months.set(full, { no, language: 'th' }).set(thaiShort[index] ?? '', { no, language: 'th' });
  months.set(full.replace(/(?:คม|ยน)$/, ''), { no, language: 'th' });
}

export function monthOf(written: string): Month | undefined {
  return months.get(written.replace(/[. ]/g, ''));
}
