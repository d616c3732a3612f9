// Heads of the tables that the server writes of figures. Pages have words of their own, in more detail.
import type { Names } from '../text/names.ts';

export const figureWords = {
  'by-strategy': { th: 'รายยุทธศาสตร์', en: 'By strategy' },
  'by-province': { th: 'รายจังหวัด', en: 'By province' },
  'province-strategy': { th: 'พื้นที่กับยุทธศาสตร์', en: 'Place by strategy' },
  'by-month': { th: 'รายเดือน', en: 'By month' },
  'respondent-strategy': { th: 'หน่วยงานกับประชาชน', en: 'Agencies and citizens' },
  'by-severity': { th: 'ระดับความรุนแรง', en: 'By severity' },
} satisfies Record<string, Names>;

export const headWords = {
  strategy: { th: 'ยุทธศาสตร์', en: 'Strategy' },
  province: { th: 'จังหวัด', en: 'Province' },
  code: { th: 'รหัส', en: 'Code' },
  place: { th: 'พื้นที่', en: 'Place' },
  month: { th: 'เดือน', en: 'Month' },
  level: { th: 'ระดับ', en: 'Level' },
  issues: { th: 'ประเด็น', en: 'Issues' },
  responses: { th: 'แบบสำรวจ', en: 'Responses' },
  base: { th: 'แบบสำรวจทั้งหมดของพื้นที่', en: 'All responses of the place' },
  affected: { th: 'ผู้ได้รับผลกระทบเท่าที่ทราบ', en: 'People affected, as far as known' },
  share: { th: 'ร้อยละของแบบสำรวจ', en: 'Share of responses' },
  ofRated: { th: 'ร้อยละของที่ระบุ', en: 'Share of those rated' },
  rate: { th: 'แบบสำรวจต่อ 100,000 คน', en: 'Responses per 100,000 people' },
  low: { th: 'ช่วง 95% ต่ำ', en: '95% from' },
  high: { th: 'ช่วง 95% สูง', en: '95% to' },
  agencies: { th: 'หน่วยงาน', en: 'Agencies' },
  citizens: { th: 'ประชาชน', en: 'Citizens' },
  difference: { th: 'ผลต่าง', en: 'Difference' },
  total: { th: 'รวมที่มียุทธศาสตร์', en: 'All with a strategy' },
} satisfies Record<string, Names>;

export const cellWords = {
  hidden: { th: 'น้อยกว่า 5 หรือปกปิด', en: 'fewer than 5 or protected' },
  noData: { th: 'ไม่มีข้อมูล', en: 'no data' },
  none: { th: 'ไม่ระบุ', en: 'not stated' },
  all: { th: 'ทั้งหมด', en: 'all' },
} satisfies Record<string, Names>;

export const aboveWords = {
  figure: { th: 'ภาพ', en: 'Figure' },
  round: { th: 'รอบสำรวจ', en: 'Survey round' },
  filters: { th: 'ตัวกรอง', en: 'Filters' },
  issues: { th: 'ประเด็นที่นับ', en: 'Issues counted' },
  responses: { th: 'แบบสำรวจที่นับ', en: 'Responses counted' },
  provinces: { th: 'จังหวัดที่รายงาน', en: 'Provinces reporting' },
  asOf: { th: 'ข้อมูล ณ', en: 'As of' },
  behind: { th: 'ที่ส่งหลังนี้อาจยังนับไม่ครบ', en: 'What was sent after this may be missing' },
  small: { th: 'จำนวนน้อย', en: 'Small numbers' },
  smallWhy: {
    th: 'จำนวน 1 ถึง 4 และจำนวนที่ใช้คำนวณย้อนหาได้ ไม่อยู่ในไฟล์',
    en: '1 to 4, and what they could be computed from, are not in this file',
  },
  source: { th: 'ที่มา', en: 'Source' },
} satisfies Record<string, Names>;
