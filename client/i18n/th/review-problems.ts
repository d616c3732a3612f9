// What can fail around reviews.
import type { ProblemType } from '../../../shared/api/problems.ts';
import type { Explained } from './explained.ts';

export const reviewProblems = {
  'selection-changed': {
    title: 'จำนวนชุดไม่เท่ากับที่คุณเห็น',
    meaning: 'มีชุดเข้ามาใหม่ หรือมีคนตัดสินใจไปแล้วหลังจากที่คุณดูจำนวน จึงยังไม่ได้บันทึกอะไร',
    toDo: 'ดูจำนวนใหม่ แล้วยืนยันอีกครั้ง',
  },
  'selection-too-large': {
    title: 'มีมากเกินกว่าจะตัดสินใจพร้อมกัน',
    meaning: 'ตัดสินใจพร้อมกันได้ครั้งละไม่เกิน 20,000 ชุด',
    toDo: 'เลือกตัวกรองให้แคบลง แล้วทำทีละส่วน',
  },
} satisfies Partial<Record<ProblemType, Explained>>;
