// A date or place of birth is personal; the day something happened (วันเกิดเหตุ) is not.

const born =
  /(?:วัน|วันที่|เดือน|ปี|พ\.?ศ\.?|ดป\.?)เกิด(?!เหตุ|ปัญหา|ภัย|อุบัติ|เรื่อง|ขึ้น|การ)|(?:สถานที่|จังหวัดที่|อำเภอที่)เกิด$/;

/** `words`: of the header, and neighbours joined. */
export function birthWord(key: string, words: ReadonlySet<string>): boolean {
  if (born.test(key)) return true;
  if (words.has('dob') || words.has('born')) return true;
  for (const word of words) if (word.startsWith('birth')) return true;
  return false;
}

const happened = /(?:วัน|วันที่|เวลา|เวลาที่)เกิด(?:เหตุ|ปัญหา|ภัย|อุบัติ)/;

/** The day that something happened, which is not the day it was told. */
export function isIncidentDay(key: string, words: ReadonlySet<string>): boolean {
  if (happened.test(key)) return true;
  const isDay = words.has('date') || words.has('day');
  return (
    isDay && ['incident', 'occurred', 'occurrence', 'accident'].some((word) => words.has(word))
  );
}
