// The workbench, where issues are linked to sub-plans.
export const linkIssues = {
  title: (n: string) => `ยังไม่เชื่อมกับแผน ${n} ปัญหา`,
  lead: 'ปัญหาที่พูดเรื่องเดียวกันอยู่ด้วยกัน กลุ่มที่หนักที่สุดมาก่อน ระบบเสนอ คุณตัดสิน',
  about: (issues: string, provinces: string, severity: string | null) =>
    `${issues} ปัญหา ใน ${provinces} จังหวัด${severity === null ? '' : ` ความรุนแรงเฉลี่ย ${severity}`}`,
  issues: (n: string) => `${n} ปัญหา`,
  nothing: 'ไม่มีข้อเสนอ ถ้อยคำนี้ไม่ตรงกับแผนงานย่อยใดพอ',
  /** a word first, then a frequency: nobody reads a bare percent rightly */
  chance: (of100: number) => {
    const word = of100 >= 80 ? 'น่าจะใช่' : of100 >= 50 ? 'อาจใช่' : of100 >= 20 ? 'ไม่แน่ใจ' : 'ไม่น่าใช่';
    return `${word} · ถูก ${of100} ใน 100 ครั้ง`;
  },
  because: (words: string) => `เพราะคำว่า ${words}`,
  preview: (n: string) => `กดแล้วจะเชื่อม ${n} ปัญหาพร้อมกัน`,
  other: 'แผนงานย่อยอื่น',
  note: 'หมายเหตุ',
  fitsNone: 'ไม่เข้าแผนงานย่อยใด (N)',
  skip: 'ข้าม (S)',
  undo: 'เลิกทำ (U)',
  alone: 'เชื่อมเฉพาะปัญหาแรก ไม่ใช่ทั้งกลุ่ม',
  keys: 'ใช้แป้น 1–3 ยืนยัน N ไม่เข้าแผนใด S ข้าม U เลิกทำ',
  done: (n: string, subPlan: string) => `เชื่อม ${n} ปัญหากับ ${subPlan} แล้ว`,
  doneNone: (n: string) => `บันทึกแล้วว่า ${n} ปัญหาไม่เข้าแผนงานย่อยใด`,
  none: 'ไม่มีปัญหาที่รอเชื่อม',
  noneWhy: 'ทุกปัญหาที่นับรวมเชื่อมกับแผนแล้ว หรือข้ามไว้ในรอบนี้',
  nextUp: 'ถัดไป',
  cut: 'แสดงจากแบบสำรวจล่าสุด 5,000 ชุด เมื่อเชื่อมแล้วชุดก่อนหน้าจะตามมา',
  quality: 'ข้อเสนอเชื่อได้แค่ไหน',
  learning: 'ระบบกำลังเรียนรู้จากสิ่งที่ยืนยันแล้ว',
  unmeasured: 'ยังไม่มีสิ่งที่ยืนยัน ข้อเสนอมาจากชื่อและคำของแผนงานย่อยเท่านั้น',
  measured: (n: string, first: string, three: string, forced: string) =>
    `ลองกับ ${n} ปัญหาที่ยืนยันแล้ว ข้อเสนอแรกถูก ${first} อยู่ในสามข้อแรก ${three} เสนอทั้งที่ไม่เข้าแผนใด ${forced}`,
  bySubPlan: 'รายแผนงานย่อย',
  confirmed: 'ยืนยันแล้ว',
  found: 'เสนอถูก',
};
