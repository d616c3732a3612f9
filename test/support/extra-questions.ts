// One question of each kind that a survey can have of its own.
import type { ExtraQuestion } from '../../shared/survey/definition.ts';

export const oneOfEachKind: readonly ExtraQuestion[] = [
  {
    pointer: '/answers/wish',
    kind: 'text',
    labelTh: 'อยากให้แก้เรื่องใดก่อน',
    labelEn: 'What should be mended first',
    required: false,
    maxLength: 40,
  },
  {
    pointer: '/answers/households',
    kind: 'number',
    labelTh: 'จำนวนครัวเรือนในหมู่บ้าน',
    labelEn: 'Households in the village',
    required: true,
    min: 1,
    max: 5000,
  },
  {
    pointer: '/answers/signal',
    kind: 'one',
    labelTh: 'สัญญาณโทรศัพท์เป็นอย่างไร',
    labelEn: 'How is the phone signal',
    required: false,
    options: [
      { key: 'good', nameTh: 'ดี', nameEn: 'Good' },
      { key: 'weak', nameTh: 'อ่อน ขาดหายบ่อย', nameEn: 'Weak, often lost' },
      { key: 'none', nameTh: 'ไม่มี', nameEn: 'None' },
    ],
  },
  {
    pointer: '/answers/devices',
    kind: 'many',
    labelTh: 'ใช้อุปกรณ์ใดบ้าง',
    labelEn: 'Which devices are used',
    required: false,
    options: [
      { key: 'phone', nameTh: 'โทรศัพท์มือถือ', nameEn: 'Mobile phone' },
      { key: 'computer', nameTh: 'คอมพิวเตอร์ แท็บเล็ต', nameEn: 'Computer, tablet' },
      { key: 'tv', nameTh: 'โทรทัศน์', nameEn: 'Television' },
    ],
  },
  {
    pointer: '/answers/since',
    kind: 'date',
    labelTh: 'เป็นมาตั้งแต่วันที่',
    labelEn: 'Since which day',
    required: false,
    min: '2015-01-01',
    max: '2030-12-31',
  },
  {
    pointer: '/answers/centre',
    kind: 'yes-no',
    labelTh: 'มีศูนย์ดิจิทัลชุมชนหรือไม่',
    labelEn: 'Is there a community digital centre',
    required: false,
  },
];
