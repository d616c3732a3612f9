// What standing rules noticed, each in a sentence that gives the numbers behind it.
import type { QualityRule } from '../../../shared/quality/flag.ts';

type Said = Readonly<Record<string, string>>;

/** `{malee}` and the like stand for what the page puts in: numbers are formatted, names are names. */
export const quality = {
  headingOf: (area: string) => `คุณภาพข้อมูล ${area}`,
  lead: 'กฎประจำตรวจข้อมูลที่เก็บแล้วทุกชั่วโมง ข้อสังเกตคือเหตุให้เปิดดู ไม่ใช่คำตัดสิน',
  ran: (when: string) => `ตรวจล่าสุด ${when}`,
  notRan: 'กฎยังไม่ได้ตรวจรอบนี้ เริ่มเองภายในไม่กี่นาที',
  states: 'ข้อสังเกตตามสถานะ',
  open: (n: string) => `ต้องดู ${n}`,
  aside: (n: string) => `วางไว้ข้าง ๆ ${n}`,
  none: 'ไม่มีข้อสังเกต',
  noneWhy: 'กฎไม่พบสิ่งที่ผิดปกติในพื้นที่ของคุณ',
  noneAside: 'ยังไม่มีข้อสังเกตที่วางไว้',
  noneAsideWhy: 'ข้อที่ดูแล้วและมีเหตุผล วางไว้ข้าง ๆ ได้ จะไม่ขึ้นมาอีกจนกว่าจะมีมากขึ้นเป็นสองเท่า',
  next: 'ดูต่อ',
  first: 'กลับไปหน้าแรก',
  responses: (n: string) => `แบบสำรวจที่เกี่ยวข้อง ${n} ชุด`,
  someOf: (n: string) => `แสดง ${n} ชุดแรก`,
  oneResponse: (n: string) => `ชุดที่ ${n}`,
  about: 'สิ่งที่กฎประจำสังเกตเห็น',
  otherResponse: (n: string) => `ชุดอื่นในกลุ่ม ${n}`,
  wholeWeek: 'ทุกชุดของจังหวัดในสัปดาห์นั้น',
  setAside: 'วางไว้ข้าง ๆ…',
  setAsideTitle: 'วางข้อสังเกตนี้ไว้ข้าง ๆ',
  setAsideWhy: 'ไม่มีอะไรเปลี่ยนในข้อมูล ข้อนี้จะไม่ขึ้นมาอีก จนกว่าจำนวนจะเพิ่มเป็นสองเท่าของวันนี้',
  setAsideDo: 'วางไว้',
  reason: 'เหตุผล',
  reasonHint: 'เช่น “ถามทีละเรื่องตามแผน” คนในสำนักงานจะเห็น',
  reasonMissing: 'เขียนเหตุผลหนึ่งประโยค',
  saving: 'กำลังบันทึก…',
  wasSetAside: 'วางไว้แล้ว',
  lookAgain: 'นำกลับมาดู',
  takenUp: 'นำกลับมาแล้ว',
  asideBy: (who: string, when: string) => `${who} วางไว้เมื่อ ${when}`,
  cameBack: 'เคยวางไว้ แต่จำนวนเพิ่มเป็นสองเท่าแล้ว',
  rules: {
    'missing-values': {
      name: 'เว้นว่าง',
      how: 'ผู้ส่งที่มีตั้งแต่ 20 ชุด เว้นค่าหนึ่งว่างตั้งแต่ 20% และตั้งแต่สองเท่าของคนอื่นในรอบ',
    },
    'late-reports': {
      name: 'ส่งช้า',
      how: 'ผู้ส่งที่มีตั้งแต่ 20 ชุด ครึ่งหนึ่งขึ้นไปส่งหลังวันสำรวจเกิน 30 วัน และตั้งแต่สองเท่าของคนอื่น',
    },
    'straight-lining': {
      name: 'ตอบเหมือนกันทุกข้อในชุด',
      how: 'ผู้กรอกที่มีตั้งแต่ 5 ชุดที่มี 3 ประเด็นขึ้นไป และ 80% ขึ้นไปตอบทุกประเด็นเหมือนกันทั้งยุทธศาสตร์ ความรุนแรง และจำนวนคน',
    },
    'same-answers': {
      name: 'คำตอบแทบไม่ต่างกัน',
      how: 'ผู้กรอกที่มีตั้งแต่ 20 ประเด็น และ 80% ขึ้นไปเหมือนกันทั้งประเภทผู้ตอบ ยุทธศาสตร์ ความรุนแรง และจำนวนคน',
    },
    duplicates: {
      name: 'เรื่องเดียวกันจากหลายสำนักงาน',
      how: 'หัวข้อและรายละเอียดเหมือนกันทุกตัวอักษร ยาวตั้งแต่ 20 ตัว วันสำรวจ ประเภทผู้ตอบ และตัวเลขตรงกัน มาจากสองสำนักงานขึ้นไป',
    },
    'unusual-counts': {
      name: 'จำนวนไกลจากที่เคยของอำเภอ',
      how: 'เทียบกับค่ากลาง (มัธยฐาน) ของทุกสัปดาห์ของอำเภอเดียวกันที่มีตั้งแต่ 8 สัปดาห์ ด้วยค่า z ปรับแล้ว 0.6745 × ส่วนต่าง ÷ MAD ตั้งแต่ 3.5',
    },
  } satisfies Record<QualityRule, { name: string; how: string }> as Readonly<
    Record<QualityRule, { readonly name: string; readonly how: string }>
  >,
  sentences: {
    'missing-values': ({ by, office, field, cases, of, part, others }) =>
      `${by} (${office}) เว้น “${field}” ว่าง ${cases} จาก ${of} (${part}%) คนอื่นในรอบเว้น ${others}%`,
    'late-reports': ({ by, office, cases, of, days, limit, others }) =>
      `${by} (${office}) ส่ง ${cases} จาก ${of} ชุดช้ากว่า ${limit} วัน ครึ่งหนึ่งของชุดที่ช้า ช้าตั้งแต่ ${days} วัน คนอื่นในรอบช้า ${others}%`,
    'straight-lining': ({ by, office, cases, of, issues }) =>
      `${by} (${office}) ตอบทุกประเด็นเหมือนกัน ${cases} จาก ${of} ชุดที่มี ${issues} ประเด็นขึ้นไป`,
    'same-answers': ({ by, office, cases, of, part }) =>
      `${by} (${office}) ตอบเหมือนกัน ${cases} จาก ${of} ประเด็น (${part}%)`,
    duplicates: ({ cases, offices }) => `เรื่องเดียวกันอยู่ใน ${cases} ชุด จาก ${offices} สำนักงาน`,
    'unusual-counts': ({ district, province, count, usual, weeks, z, from, to }) =>
      `${district} ${province} มี ${count} ชุดในสัปดาห์ ${from} – ${to} ปกติ ${usual} (มัธยฐานของ ${weeks} สัปดาห์ z = ${z})`,
  } as Readonly<Record<QualityRule, (said: Said) => string>>,
};
