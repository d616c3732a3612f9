// Problems of saved views.
export const viewProblems = {
  'too-many-views': {
    title: 'มีมุมมองครบจำนวนแล้ว',
    meaning: 'หนึ่งคนบันทึกมุมมองได้ไม่เกิน 100 รายการ',
    toDo: 'ลบมุมมองที่ไม่ใช้ แล้วบันทึกอีกครั้ง',
  },
};
