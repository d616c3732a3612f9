// What figures claim, as sentences a person could read aloud.
export const findings = {
  leadTopic: (name: string, n: string, k: string) => `แบบสำรวจ ${n} ชุด จาก ${k} จังหวัด พูดถึง${name}`,
  leadTopicFiltered: (name: string, n: string, k: string) =>
    `แบบสำรวจ ${n} ชุด จาก ${k} จังหวัด พูดถึง${name} ตามตัวกรองที่เลือก`,
  leadTop: (name: string) => `${name}ถูกพูดถึงมากที่สุด`,
  leadPair: (first: string, second: string) => `${first}และ${second} ถูกพูดถึงมากที่สุดพอ ๆ กัน`,
  leadClose: 'ยังไม่มีเรื่องใดถูกพูดถึงมากกว่าเรื่องอื่นชัดเจน',
  leadRising: (name: string) => `ส่วน${name}มีสัดส่วนเพิ่มขึ้นเร็วที่สุด`,
  standTop: (share: string, low: string, high: string, name: string) =>
    `${share} ของแบบสำรวจที่ได้รับพูดถึง${name} (ช่วงความเชื่อมั่น 95%: ${low}–${high})`,
  standRising: (name: string, pace: string) => `สัดส่วนประเด็น${name}เพิ่มขึ้นราว ${pace}`,
  standUnits: 'แบบสำรวจหนึ่งชุดพูดได้หลายเรื่อง',
  standNobody: 'ยังไม่มีแบบสำรวจที่นับรวมในมุมมองนี้',
  strategyLeads: (name: string, points: string) =>
    `${name}มาเป็นอันดับหนึ่ง ห่างจากอันดับสองราว ${points} จุด`,
  strategyPair: (first: string, second: string) =>
    `${first}และ${second} นำหน้าเรื่องอื่น แต่สองเรื่องนี้ต่างกันไม่ชัดเจน`,
  strategyClose: (names: string) => `${names} ต่างกันไม่ชัดเจน`,
  strategyFew: (name: string, x: string, n: string) => `${x} จาก ${n} แบบสำรวจ พูดถึง${name}`,
  provinceTop: (n: string, issues: string, people: string) =>
    `${n} จังหวัดแรกมีประเด็นรวม ${issues} ของทั้งหมด โดยมีประชากร ${people}`,
  provinceFirst: {
    issues: (names: string) => `แบบสำรวจมากที่สุดมาจาก ${names}`,
    rate: (names: string) => `ได้รับแบบสำรวจมากที่สุดต่อประชากร 100,000 คน จาก ${names}`,
    share: (names: string) => `สัดส่วนแบบสำรวจที่พูดถึงสูงที่สุด ${names}`,
  },
  provinceValue: {
    issues: (_value: string, n: string) => `(${n} ชุด)`,
    rate: (value: string, n: string) => `(${value} จาก ${n} ชุด)`,
    share: (value: string, _n: string) => `(${value})`,
  },
  provinceClear: 'มากกว่าจังหวัดอื่นเกินที่ความบังเอิญจะอธิบายได้',
  provinceUnclear: (n: string) => `แต่อีก ${n} จังหวัด ต่างจากสามจังหวัดนี้ไม่ชัดเจน`,
  provinceNoOrder: 'ข้อมูลน้อยเกินจะบอกว่าจังหวัดใดมากกว่ากัน',
  placeStands: (place: string, topics: string) => `${place}เด่นเรื่อง${topics}`,
  placeNone: 'ยังไม่เห็นพื้นที่ใดต่างจากที่อื่นเกินความบังเอิญ',
  and: 'และ',
  groupAgencies: (names: string) => `หน่วยงานพูดถึง${names}มากกว่าประชาชน`,
  groupCitizens: (names: string) => `ประชาชนพูดถึง${names}มากกว่าหน่วยงาน`,
  groupNone: 'หน่วยงานกับประชาชน ต่างกันไม่เกินที่ความบังเอิญจะอธิบายได้',
  severityHigh: (share: string) => `${share} ของประเด็นที่ระบุ อยู่ในระดับมากหรือมากที่สุด`,
  monthUp: (names: string) => `${names}มีสัดส่วนเพิ่มขึ้นต่อเนื่อง`,
  monthDown: (names: string) => `${names}มีสัดส่วนลดลง`,
  monthUnclear: (n: string) => `ยังไม่เห็นแนวโน้มที่ชัดเจนใน ${n} เดือน`,
  paretoHalf: (n: string, of: string, share: string) =>
    `${n} เรื่องแรก จาก ${of} เรื่อง เป็น ${share} ของประเด็นทั้งหมด`,
  far: {
    high: (names: string) => `${names} ส่งเสียงมามากกว่าปกติของจังหวัดขนาดเดียวกัน`,
    low: (names: string) => `${names} ส่งเสียงมาน้อยกว่าปกติของจังหวัดขนาดเดียวกัน`,
  },
  pace: {
    month: (points: string) => `${points} จุดต่อเดือน`,
    year: (points: string) => `${points} จุดต่อปี`,
  },
};
