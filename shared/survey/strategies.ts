// The six strategy areas of the national digital development plan (B.E. 2561–2580), in the order people number them.
// Wording and how far each name could be verified: source notes in the project's reference (ONDE news item of 17 June 2562).
import type { Names } from '../text/names.ts';

export const strategies = [
  'infrastructure',
  'economy',
  'society',
  'government',
  'workforce',
  'trust',
] as const;
export type Strategy = (typeof strategies)[number];

export interface StrategyNames {
  /** 1–6: the number people say, "ยุทธศาสตร์ที่ 3" */
  readonly no: number;
  readonly name: Names;
  readonly short: Names;
}

export const strategyNames: Readonly<Record<Strategy, StrategyNames>> = {
  infrastructure: {
    no: 1,
    name: {
      th: 'พัฒนาโครงสร้างพื้นฐานดิจิทัลประสิทธิภาพสูงให้ครอบคลุมทั่วประเทศ',
      en: 'Build country-wide high-capacity digital infrastructure',
    },
    short: { th: 'โครงสร้างพื้นฐานดิจิทัล', en: 'Digital infrastructure' },
  },
  economy: {
    no: 2,
    name: {
      th: 'ขับเคลื่อนเศรษฐกิจด้วยเทคโนโลยีดิจิทัล',
      en: 'Boost the economy with digital technology',
    },
    short: { th: 'เศรษฐกิจดิจิทัล', en: 'Digital economy' },
  },
  society: {
    no: 3,
    name: {
      th: 'สร้างสังคมคุณภาพที่ทั่วถึงเท่าเทียมด้วยเทคโนโลยีดิจิทัล',
      en: 'Create a quality and equitable society through digital technology',
    },
    short: { th: 'สังคมดิจิทัล', en: 'Digital society' },
  },
  government: {
    no: 4,
    name: {
      th: 'ปรับเปลี่ยนภาครัฐสู่การเป็นรัฐบาลดิจิทัล',
      en: 'Transform into digital government',
    },
    short: { th: 'รัฐบาลดิจิทัล', en: 'Digital government' },
  },
  workforce: {
    no: 5,
    name: {
      th: 'พัฒนากำลังคนให้พร้อมเข้าสู่ยุคเศรษฐกิจและสังคมดิจิทัล',
      en: 'Develop the workforce for the digital economy and society era',
    },
    short: { th: 'กำลังคนดิจิทัล', en: 'Digital workforce' },
  },
  trust: {
    no: 6,
    name: {
      th: 'สร้างความเชื่อมั่นในการใช้เทคโนโลยีดิจิทัล',
      en: 'Build trust and confidence in the use of digital technology',
    },
    short: { th: 'ความเชื่อมั่นดิจิทัล', en: 'Digital trust' },
  },
};
