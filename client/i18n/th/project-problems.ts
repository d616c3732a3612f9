// Words of the problems that a project answers, before its first day and since.
export const projectProblems = {
  title: 'ปัญหาที่โครงการนี้ตอบ',
  notBegun: 'โครงการยังไม่เริ่ม จึงยังไม่มีอะไรให้เทียบ',
  otherRound: (round: string) => `${round} ไม่มีแผนงานย่อยของโครงการนี้`,
  nothing: 'แบบสำรวจที่จัดเข้าแผนยังน้อยเกินกว่าจะเทียบก่อนกับหลังเริ่ม',
  more: (points: string) => `หลังเริ่มโครงการ คนพูดถึงเรื่องนี้มากขึ้น ${points} จุด เกินที่ความบังเอิญจะอธิบายได้`,
  less: (points: string) => `หลังเริ่มโครงการ คนพูดถึงเรื่องนี้น้อยลง ${points} จุด เกินที่ความบังเอิญจะอธิบายได้`,
  same: 'ก่อนกับหลังเริ่มโครงการ คนพูดถึงเรื่องนี้ต่างกันไม่ชัดเจน',
  interval: (points: string, low: string, high: string) =>
    `ความต่าง ${points} จุด (ช่วงความเชื่อมั่น 95%: ${low} ถึง ${high})`,
  noCause: 'นี่ไม่ใช่หลักฐานว่าโครงการเป็นเหตุ เรื่องอื่นก็เปลี่ยนไปในช่วงเดียวกัน',
  before: (from: string, to: string) => `หนึ่งปีก่อนเริ่ม ${from} ถึง ${to}`,
  since: (from: string, to: string) => `ตั้งแต่เริ่ม ${from} ถึง ${to}`,
  shareOf: (share: string, interval: string, n: string, of: string) =>
    `${share} (${interval}) · ${n} จาก ${of} แบบสำรวจที่จัดเข้าแผน`,
  tooFew: (of: string) => `มี ${of} แบบสำรวจที่จัดเข้าแผน น้อยเกินจะบอกสัดส่วน`,
  months: 'ประเด็นรายเดือน',
  monthsWhy: 'แท่งทึบคือหลังเริ่ม จำนวนขึ้นกับว่าเก็บข้อมูลมากแค่ไหน จึงให้ดูสัดส่วนข้างบน',
  most: (n: string) => `มากที่สุด ${n} ประเด็น`,
  provinces: 'รายจังหวัด (ประเด็น)',
  wasHead: 'หนึ่งปีก่อน',
  isHead: 'หลังเริ่ม',
  moreProvinces: (n: string) => `และอีก ${n} จังหวัด`,
  of: (round: string) => `นับจาก ${round} ในพื้นที่ของโครงการ`,
};
