// What differs between two files.
export const difference = {
  title: 'ต่างจากไฟล์ก่อนหน้าอย่างไร',
  first: 'สำนักงานนี้ยังไม่เคยส่งไฟล์ก่อนหน้านี้ ทุกแถวจึงเป็นแถวใหม่',
  comparedWith: 'เทียบกับ',
  kinds: { new: 'ใหม่', gone: 'หายไป', changed: 'เปลี่ยน', same: 'เหมือนเดิม' },
  row: (n: string) => `แถว ${n}`,
  otherRow: (n: string) => `แถว ${n} ของไฟล์ก่อน`,
  shown: (n: string, all: string) => `แสดง ${n} จาก ${all} แถว`,
};
