import { formatNumber as n } from '../format.ts';

export const mend = {
  checking: (name: string) => `กำลังตรวจ ${name} ทุกแถว`,
  notLeft: 'ตรวจในเครื่องนี้ ยังไม่มีข้อมูลใดถูกส่งออกไป',
  checkedSoFar: (rows: number) => `ตรวจแล้ว ${n(rows)} แถว`,
  title: (rows: number, toFix: number) =>
    toFix > 0
      ? `ตรวจครบ ${n(rows)} แถว เหลือ ${n(toFix)} แถวต้องแก้`
      : `ตรวจครบ ${n(rows)} แถว ไม่มีแถวต้องแก้`,
  took: (name: string, seconds: string) =>
    `${name} · ตรวจในเครื่องนี้ ${seconds} วินาที ยังไม่ได้ส่งอะไรออกไป`,
  outside: (rows: number) =>
    `${n(rows)} แถวเป็นจังหวัดนอกพื้นที่ของคุณ จึงไม่ถูกส่ง ไม่มีอะไรต้องแก้ ให้สำนักงานของจังหวัดนั้นส่ง หรือให้ผู้ดูแลระบบส่งไฟล์นี้`,
  restored: (when: string) => `ที่แก้และเลือกไว้ในไฟล์นี้เมื่อ ${when} ยังอยู่ในเครื่องนี้ และจะใช้ต่อ`,
  forget: 'ทิ้งที่แก้และเลือกไว้ ใช้ตามไฟล์เดิม',
  notKept: 'เครื่องนี้เก็บที่แก้ไว้ไม่ได้ ถ้าปิดหน้านี้ก่อนส่งจะหายไป',
  tooMuch: 'แก้เป็นรายช่องมากเกินกว่าจะส่งพร้อมไฟล์ได้ ใช้ “ทุกช่องที่เขียนเหมือนกัน” หรือแก้ในไฟล์แล้วเลือกใหม่',
  gained: (rows: number) =>
    rows > 0 ? `+${n(rows)} แถวจากการแก้ล่าสุด` : `−${n(-rows)} แถวจากการแก้ล่าสุด`,
  show: 'แสดงแถว',
  kinds: {
    look: 'ต้องดูทั้งหมด',
    fix: 'ต้องแก้',
    outside: 'นอกพื้นที่ ไม่ส่ง',
    remark: 'มีข้อสังเกต ส่งได้',
    mended: 'แก้แล้ว',
    left: 'เว้นไว้',
    skip: 'ข้าม',
    all: 'ทุกแถว',
  },
  column: 'เฉพาะคอลัมน์',
  everyColumn: 'ทุกคอลัมน์',
  valuesTitle: 'แก้ครั้งเดียวได้หลายแถว',
  valuesLead: 'ค่าเหล่านี้อ่านไม่ออก เลือกความหมายครั้งเดียว ใช้กับทุกแถวที่เขียนเหมือนกัน',
  value: 'ในไฟล์เขียนว่า',
  means: 'หมายถึง',
  meansOf: (value: string) => `“${value}” หมายถึง`,
  asWritten: 'ยังไม่เลือก',
  likely: 'คล้ายที่สุด',
  everyChoice: 'ทั้งหมด',
  moreValues: (count: number) => `แสดงอีก ${n(count)} ค่า`,
  seeRows: (rows: number) => `ดู ${n(rows)} แถว`,
  only: (value: string, column: string) =>
    value ? `เฉพาะแถวที่เขียน “${value}”` : `เฉพาะแถวที่มีเรื่องในคอลัมน์ “${column}”`,
  onlyEnd: 'กลับไปดูทุกแถวที่ต้องดู',
  undo: 'เลิกทำ',
  redo: 'ทำซ้ำ',
  chosen: (cells: number, values: number, left: number) =>
    [
      cells > 0 && `แก้ ${n(cells)} ช่อง`,
      values > 0 && `ตัดสินใจ ${n(values)} ค่า`,
      left > 0 && `เว้น ${n(left)} แถว`,
    ]
      .filter(Boolean)
      .join(' · '),
  kept: 'เก็บในเครื่องนี้ ปิดแท็บแล้วยังอยู่',
  goTo: 'ไปแถว',
  grid: 'แถวในไฟล์ แก้ได้ในช่อง',
  row: 'แถว',
  reason: 'เหตุผล',
  empty: '(ว่าง)',
  edit: 'แก้ช่องนี้',
  leave: 'เว้นแถวนี้',
  leaveTitle: (row: number) => `เว้นแถวที่ ${n(row)} ไม่ส่ง`,
  leaveReason: 'เพราะอะไร',
  leaveHint: 'เหตุผลจะอยู่ในใบรับ ไม่เกิน 200 ตัวอักษร',
  leaveNeeded: 'บอกเหตุผลสั้น ๆ',
  bring: 'เอาแถวนี้กลับ',
  leftOut: (reason: string) => `เว้นไว้ ไม่ส่ง: ${reason}`,
  isMended: 'แก้แล้ว',
  isGood: 'ผ่าน',
  notWhole: 'แถวนี้แก้ในตารางไม่ได้ แก้ในไฟล์แล้วเลือกใหม่',
  editorOf: (column: string, row: number) => `${column} แถว ${n(row)}`,
  everywhere: (value: string, rows: number) => `ทุกช่องที่เขียน “${value}” (${n(rows)} แถว)`,
  save: 'ใช้ค่านี้',
  cancel: 'ยกเลิก',
  keys: 'Enter แก้ · Esc ยกเลิก · Ctrl+↓ จุดถัดไป · Ctrl+Z เลิกทำ · Ctrl+V วางจาก Excel · Delete เว้นแถว',
  shown: (from: number, to: number, all: number) =>
    all === 0 ? 'ไม่มีแถวแบบนี้' : `แถวที่ ${n(from)}–${n(to)} จาก ${n(all)}`,
  back: 'กลับไปจับคู่คอลัมน์',
  send: (rows: number) => `ส่ง ${n(rows)} แถวที่ผ่าน`,
  sendNone: 'ยังไม่มีแถวที่ผ่าน',
  policy: 'ถ้ามีแถวที่ไม่ผ่าน',
  policies: { 'accept-good': 'ส่งแถวที่ผ่าน', 'all-or-nothing': 'ส่งต่อเมื่อผ่านครบทุกแถว' },
  said: (toFix: number) => (toFix > 0 ? `เหลือ ${n(toFix)} แถวต้องแก้` : 'ไม่มีแถวต้องแก้แล้ว'),
  stored: {
    title: 'มีแถวไหนเคยเก็บแล้วบ้าง',
    lead: 'ถามศูนย์ข้อมูลด้วยรหัสของแถวเท่านั้น ข้อความในแถวยังไม่ออกจากเครื่องนี้',
    ask: 'ถามว่าแถวไหนเคยเก็บแล้ว',
    asking: (rows: number) => `ถามแล้ว ${n(rows)} แถว`,
    result: (fresh: number, same: number, changed: number) =>
      [
        `ใหม่ ${n(fresh)} แถว`,
        `เคยเก็บแล้วเหมือนเดิม ${n(same)} แถว`,
        changed > 0 && `รหัสเดิมแต่เนื้อหาต่าง ${n(changed)} แถว`,
      ]
        .filter(Boolean)
        .join(' · '),
    from: (office: string, rows: number) => `จาก${office} ${n(rows)} แถว`,
    decide: 'แถวที่เนื้อหาต่าง',
    keep: 'คงของเดิม แถวในไฟล์จะบอกว่ารหัสซ้ำ',
    replace: 'ใช้แถวในไฟล์แทน เฉพาะที่ยังไม่มีใครตรวจ',
    row: (row: number) => `แถว ${n(row)}`,
  },
};
