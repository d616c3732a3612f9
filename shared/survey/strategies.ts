// The six strategy areas of the national digital development plan (B.E. 2561–2580), in the order people number them.
// Wording and how far each name could be verified: source notes in the project's reference (ONDE news item of 17 June 2562).

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
  readonly nameTh: string;
  readonly nameEn: string;
  readonly shortTh: string;
  readonly shortEn: string;
}

export const strategyNames: Readonly<Record<Strategy, StrategyNames>> = {
  infrastructure: {
    no: 1,
    nameTh: 'พัฒนาโครงสร้างพื้นฐานดิจิทัลประสิทธิภาพสูงให้ครอบคลุมทั่วประเทศ',
    nameEn: 'Build country-wide high-capacity digital infrastructure',
    shortTh: 'โครงสร้างพื้นฐานดิจิทัล',
    shortEn: 'Digital infrastructure',
  },
  economy: {
    no: 2,
    nameTh: 'ขับเคลื่อนเศรษฐกิจด้วยเทคโนโลยีดิจิทัล',
    nameEn: 'Boost the economy with digital technology',
    shortTh: 'เศรษฐกิจดิจิทัล',
    shortEn: 'Digital economy',
  },
  society: {
    no: 3,
    nameTh: 'สร้างสังคมคุณภาพที่ทั่วถึงเท่าเทียมด้วยเทคโนโลยีดิจิทัล',
    nameEn: 'Create a quality and equitable society through digital technology',
    shortTh: 'สังคมดิจิทัล',
    shortEn: 'Digital society',
  },
  government: {
    no: 4,
    nameTh: 'ปรับเปลี่ยนภาครัฐสู่การเป็นรัฐบาลดิจิทัล',
    nameEn: 'Transform into digital government',
    shortTh: 'รัฐบาลดิจิทัล',
    shortEn: 'Digital government',
  },
  workforce: {
    no: 5,
    nameTh: 'พัฒนากำลังคนให้พร้อมเข้าสู่ยุคเศรษฐกิจและสังคมดิจิทัล',
    nameEn: 'Develop the workforce for the digital economy and society era',
    shortTh: 'กำลังคนดิจิทัล',
    shortEn: 'Digital workforce',
  },
  trust: {
    no: 6,
    nameTh: 'สร้างความเชื่อมั่นในการใช้เทคโนโลยีดิจิทัล',
    nameEn: 'Build trust and confidence in the use of digital technology',
    shortTh: 'ความเชื่อมั่นดิจิทัล',
    shortEn: 'Digital trust',
  },
};
