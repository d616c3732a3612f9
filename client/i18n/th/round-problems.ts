// What can fail around rounds.
import type { ProblemType } from '../../../shared/api/problems.ts';
import type { Explained } from './explained.ts';

export const roundProblems = {
  'survey-closed': {
    title: 'รอบสำรวจนี้ไม่ได้เปิดรับ',
    meaning: 'ยังไม่ถึงวันเปิด หรือปิดรับแล้ว',
    toDo: 'ชุดที่กรอกไว้ยังอยู่ในเครื่อง ถามสำนักงานว่าจะเปิดรับเพิ่มหรือไม่',
  },
  'round-exists': {
    title: 'มีรอบรหัสนี้อยู่แล้ว',
    meaning: 'รหัสของรอบใช้ซ้ำไม่ได้ ตัวพิมพ์ใหญ่เล็กถือว่าเหมือนกัน',
    toDo: 'ใช้รหัสอื่น เช่น ปีกับภาค',
  },
  'round-changed': {
    title: 'มีคนแก้รอบนี้ก่อนคุณ',
    meaning: 'การเปลี่ยนของคุณยังไม่ถูกเก็บ เพื่อไม่ให้ทับของคนอื่น',
    toDo: 'เปิดรอบดูใหม่ แล้วเปลี่ยนอีกครั้ง',
  },
  'round-state': {
    title: 'ทำจากสถานะนี้ไม่ได้',
    meaning: 'รอบนี้ยังไม่เผยแพร่ ถูกเก็บแล้ว หรือไม่มีร่างที่จะเผยแพร่',
    toDo: 'ดูสถานะของรอบก่อน',
  },
  'round-invalid': {
    title: 'ยังเผยแพร่รอบนี้ไม่ได้',
    meaning: 'ร่างมีจุดที่ต้องแก้ก่อน',
    toDo: 'แก้ตามรายการแล้วเผยแพร่อีกครั้ง',
  },
} satisfies Partial<Record<ProblemType, Explained>>;
