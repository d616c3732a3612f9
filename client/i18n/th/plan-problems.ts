// Of the plan.
import type { ProblemType } from '../../../shared/api/problems.ts';
import type { Explained } from './explained.ts';

export const planProblems = {
  'project-exists': {
    title: 'มีโครงการรหัสนี้แล้ว',
    meaning: 'โครงการสองโครงการใช้รหัสเดียวกันไม่ได้ ไม่ว่าตัวพิมพ์เล็กหรือใหญ่',
    toDo: 'เปิดโครงการที่มีอยู่แล้วแก้ไข หรือใช้รหัสอื่น',
  },
  'project-changed': {
    title: 'มีผู้แก้ไขโครงการนี้ก่อนคุณ',
    meaning: 'สิ่งที่คุณแก้ยังไม่ถูกบันทึก เพื่อไม่ให้ทับของผู้อื่น',
    toDo: 'ดูโครงการอีกครั้ง แล้วแก้ไขใหม่',
  },
  'project-invalid': {
    title: 'บันทึกโครงการแบบนี้ไม่ได้',
    meaning: 'มีบางอย่างของโครงการไม่ถูกต้อง เช่น ไม่มีจังหวัด หรือปีงบประมาณอยู่นอกช่วงของโครงการ',
    toDo: 'แก้ไขตามรายการ แล้วบันทึกใหม่',
  },
  'result-invalid': {
    title: 'บันทึกผลแบบนี้ไม่ได้',
    meaning: 'มีบางอย่างของผลไม่ถูกต้อง เช่น เป้าหมายเท่ากับค่าเริ่มต้น หรือปีอยู่นอกช่วงของโครงการ',
    toDo: 'แก้ไขตามรายการ แล้วบันทึกใหม่',
  },
} satisfies Partial<Record<ProblemType, Explained>>;
