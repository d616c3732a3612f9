// Problems beside plans: the matrix, and both gaps in sentences.
export const planMatrix = {
  title: 'ปัญหากับแผนงาน ตรงกันแค่ไหน',
  lead: (year: string) => `แผนงานย่อยของรอบนี้เทียบกับเสียงที่ได้ยิน งบประมาณปี ${year}`,
  leadShort: 'แผนงานย่อยของรอบนี้เทียบกับเสียงที่ได้ยิน',
  nothing: 'ยังไม่มีปัญหาและโครงการให้เทียบกัน',
  nothingWhy: 'เมื่อมีแบบสำรวจเข้ามาและมีโครงการ จะเห็นที่นี่ว่าเรื่องไหนยังไม่มีแผน และแผนไหนยังไม่มีเสียง',
  unplanned: 'มีปัญหา แต่ยังไม่มีแผน',
  unplannedIn: (subPlan: string, issues: string, regions: string) =>
    `${subPlan} มีคนพูดถึง ${issues} ประเด็นใน${regions} แต่ที่นั่นยังไม่มีโครงการ`,
  noneLinked: 'ยังไม่มีประเด็นใดเชื่อมกับแผนงานย่อย จึงยังบอกไม่ได้ว่าเรื่องไหนขาดแผน',
  noUnplanned: 'ทุกเรื่องที่คนพูดถึงมาก มีโครงการในภาคนั้นแล้ว',
  without: (n: string, share: string) =>
    share === '' ? `${n} ประเด็นยังไม่เข้าแผนงานย่อยใด` : `${n} ประเด็น (${share}) ยังไม่เข้าแผนงานย่อยใด`,
  readIssues: (n: string) => `อ่าน ${n} ประเด็น`,
  readWithout: (n: string) => `อ่าน ${n} ประเด็นที่ยังไม่เข้าแผน`,
  moreGaps: (n: string) => `อีก ${n} ช่องว่างแบบนี้ในตาราง`,
  unheard: 'มีแผน แต่ยังไม่มีเสียง',
  unheardOf: (subPlan: string, budget: string, issues: string) =>
    `${subPlan} มีงบ ${budget} ล้านบาท แต่มีคนพูดถึงเพียง ${issues} ประเด็น`,
  noUnheard: 'ทุกแผนงานย่อยที่มีโครงการ มีคนพูดถึง',
  noUnheardWhy: (n: string) => `ดูจากโครงการทั้งหมด ${n} โครงการ`,
  projectsOf: (n: string) => `${n} โครงการ`,
  askedRight: 'ถามถูกคนหรือยัง',
  openSubPlan: 'ดูแผนงานย่อยนี้',
  seeProjects: (n: string) => `ดู ${n} โครงการ`,
  moreUnheard: (n: string) => `อีก ${n} แผนงานย่อยแบบนี้`,
  matrix: (n: string) => `${n} แผนงานย่อย ใน 6 ภาค`,
  how: 'ตัวเลขคือประเด็น สีคือประเด็นต่อแบบสำรวจ 100 ชุดของภาค จึงเทียบภาคใหญ่กับภาคเล็กได้ กดช่องเพื่ออ่าน',
  order: 'เรียงตาม',
  orders: { plan: 'แผน', issues: 'ประเด็น', budget: 'งบ' },
  /** what the head of a column leaves out of a region's name */
  regionWord: 'ภาค',
  all: 'รวม',
  projects: 'โครงการ',
  budget: (year: string) => `งบ ${year} (ล้าน)`,
  cell: (
    subPlan: string,
    region: string,
    issues: string,
    per100: string | null,
    projects: string,
    isGap: boolean,
  ) =>
    [
      `${subPlan} ${region}`,
      `${issues} ประเด็น`,
      per100 === null ? 'น้อยเกินจะเทียบ' : `${per100} ต่อ 100 ชุด`,
      isGap ? 'ช่องว่าง: ยังไม่มีโครงการ' : `${projects} โครงการ`,
    ].join(' · '),
  legend: 'ความหมายของสีและสัญลักษณ์',
  per100: (from: string, below: string | null) =>
    below === null ? `${from} ขึ้นไปต่อ 100 ชุด` : `${from} ถึงต่ำกว่า ${below}`,
  few: 'น้อยกว่า 5 ไม่ลงสี',
  square: '1 โครงการที่ทำงานในภาค',
  noProject: 'ไม่มีโครงการ',
  gap: 'ช่องว่าง: 6 ขึ้นไป และไม่มีโครงการ',
  strip: (issues: string, linked: string, without: string, asOf: string) =>
    `n = ${issues} ประเด็น · เชื่อมโดยคนแล้ว ${linked} · ไม่เข้าแผนงานย่อยใด ${without} · ข้อมูล ณ ${asOf}`,
  inPlan: 'กลับไปแผนทั้งหมด',
  noSubPlan: 'ไม่มีแผนงานย่อยนี้',
  noSubPlanWhy: 'รอบที่เลือกไม่มีแผนงานย่อยตามที่อยู่นี้',
};
