// Words of the pages of one province and of one strategy.
export const focus = {
  inOverview: 'ดูในภาพรวม',
  toOverview: 'ไปที่ภาพรวม',
  neighbours: 'หน้าก่อนและหน้าถัดไป',
  before: (name: string) => `ก่อนหน้า: ${name}`,
  after: (name: string) => `ถัดไป: ${name}`,
  noProvince: 'ไม่พบจังหวัดนี้',
  noProvinceWhy: 'รหัสจังหวัดในลิงก์ไม่ถูกต้อง หรืออยู่นอกพื้นที่ของคุณ',
  noStrategy: 'ไม่พบยุทธศาสตร์นี้',
  noStrategyWhy: 'ชื่อยุทธศาสตร์ในลิงก์ไม่ถูกต้อง',
  peersName: 'เทียบกับจังหวัดที่คล้ายกัน',
  peersSub:
    'แบบสำรวจต่อประชากร 100,000 คน ของจังหวัดขนาดใกล้เคียงในภาคเดียวกัน วันและตัวกรองเดียวกัน เส้นดำคือช่วง 95%',
  peersMethod: 'ค่ากลางและค่าเบี่ยงเบนมัธยฐาน ปรับการเทียบทุกจังหวัด (โฮล์ม)',
  peersClear: (name: string, n: string, ratio: string, k: string) =>
    `${name}: ${n} ชุด เป็น ${ratio} เท่าของค่ากลางของ ${k} จังหวัดที่คล้ายกัน เกินที่ความบังเอิญจะอธิบายได้`,
  peersUsual: (name: string, n: string, ratio: string, k: string) =>
    `${name}: ${n} ชุด เป็น ${ratio} เท่าของค่ากลางของ ${k} จังหวัดที่คล้ายกัน ยังไม่ชัดว่ามากเป็นสองเท่าหรือน้อยเพียงครึ่ง`,
  peersFew: (name: string, k: string) => `${name}: น้อยกว่า 5 ชุด น้อยเกินจะเทียบกับ ${k} จังหวัดที่คล้ายกัน`,
  peersFewClear: (name: string, k: string) =>
    `${name}: น้อยกว่า 5 ชุด ไม่ถึงครึ่งของค่ากลางของ ${k} จังหวัดที่คล้ายกันอย่างชัดเจน`,
  peersNone: (name: string, n: string, k: string) =>
    `${name}: ${n} ชุด ค่ากลางของ ${k} จังหวัดที่คล้ายกันเป็นศูนย์`,
  voices: 'ถ้อยคำของผู้ให้ข้อมูล',
  order: 'เรียงตาม',
  newest: 'ล่าสุด',
  gravest: 'รุนแรงที่สุด',
  gravestSub: 'ประเด็นระดับ 5 ซึ่งรุนแรงที่สุด เรียงจากล่าสุด',
  chosenLevels: 'เฉพาะระดับที่เลือกไว้ เรียงจากล่าสุด',
  noVoices: 'ไม่มีแบบสำรวจที่มีประเด็นระดับ 5',
  noVoicesYet: 'ยังไม่มีถ้อยคำในหน้านี้',
  all: (n: string) => `อ่านทั้ง ${n} แบบสำรวจ`,
};
