// The fields a column can be, the names people give them, and the columns that are never imported.
// Sources: headers of public Thai data sets and survey forms; the names stand here as they are written, `headerKey` folds them.

export const csvFields = [
  'province',
  'district',
  'subdistrict',
  'respondentType',
  'agency',
  'strategy',
  'subPlan',
  'title',
  'detail',
  'severity',
  'affected',
  'day',
  'lat',
  'lng',
  'position',
  'channel',
  'id',
] as const;
export type CsvField = (typeof csvFields)[number];

export const fieldNames: Readonly<Record<CsvField, readonly string[]>> = {
  province: [
    'จังหวัด', 'จ.', 'ชื่อจังหวัด', 'จังหวัดของท่าน', 'จังหวัดที่อยู่', 'พื้นที่จังหวัด',
    'province', 'changwat', 'prov', 'province name',
  ],
  district: ['อำเภอ', 'อ.', 'อำเภอ/เขต', 'เขต', 'ชื่ออำเภอ', 'district', 'amphoe', 'amphur', 'khet'],
  subdistrict: ['ตำบล', 'ต.', 'ตำบล/แขวง', 'แขวง', 'subdistrict', 'sub-district', 'tambon', 'khwaeng'],
  respondentType: [
    'ประเภทผู้ตอบ', 'ประเภทผู้ให้ข้อมูล', 'กลุ่มผู้ตอบ', 'สถานะผู้ตอบ', 'ผู้ให้ข้อมูล', 'ท่านตอบในนามของ', 'ประเภท',
    'respondent type', 'respondent', 'type', 'group', 'responding as',
  ],
  agency: [
    'หน่วยงาน', 'ชื่อหน่วยงาน', 'ชื่อองค์กร', 'สังกัด', 'ชื่อหน่วยงาน (ถ้ามี)',
    'agency', 'agency name', 'organisation', 'organization', 'office',
  ],
  strategy: [
    'ยุทธศาสตร์', 'ยุทธศาสตร์ที่', 'ด้าน', 'ประเด็นยุทธศาสตร์', 'ด้านปัญหา',
    'strategy', 'strategy area', 'area', 'pillar',
  ],
  subPlan: ['แผนงานย่อย', 'แผนงาน', 'รหัสแผนงาน', 'sub-plan', 'subplan', 'programme', 'program'],
  title: [
    'ประเด็นปัญหา', 'ปัญหา', 'ปัญหาที่พบ', 'หัวข้อปัญหา', 'ชื่อปัญหา', 'เรื่อง', 'ท่านพบปัญหาเรื่องใด',
    'problem', 'problem title', 'title', 'issue', 'subject',
  ],
  detail: [
    'รายละเอียด', 'รายละเอียดปัญหา', 'คำอธิบาย', 'โปรดอธิบายปัญหา', 'ข้อเสนอแนะ',
    'detail', 'details', 'problem detail', 'description',
  ],
  severity: [
    'ระดับความรุนแรง', 'ความรุนแรง', 'ระดับ', 'ระดับปัญหา', 'ความเร่งด่วน', 'ปัญหานี้รุนแรงเพียงใด', 'รุนแรงเพียงใด',
    'severity', 'level', 'priority', 'urgency',
  ],
  affected: [
    'จำนวนผู้ได้รับผลกระทบ', 'ผู้ได้รับผลกระทบ (คน)', 'จำนวนคน', 'จำนวนประชาชนที่เดือดร้อน',
    'affected people', 'affected', 'people affected', 'number affected',
  ],
  day: [
    'วันที่', 'วัน/เดือน/ปี', 'ว/ด/ป', 'วดป', 'วันที่สำรวจ', 'วันที่เก็บข้อมูล', 'ประทับเวลา',
    'date', 'survey date', 'timestamp', 'collected at',
  ],
  lat: ['ละติจูด', 'เส้นรุ้ง', 'lat', 'latitude', 'y'],
  lng: ['ลองจิจูด', 'ลองติจูด', 'เส้นแวง', 'lng', 'lon', 'long', 'longitude', 'x'],
  position: ['พิกัด'],
  channel: ['ช่องทาง', 'ช่องทางที่ตอบ', 'วิธีเก็บข้อมูล', 'แหล่งที่มา', 'channel', 'source', 'mode', 'method'],
  id: ['response id', 'รหัสแบบสอบถาม', 'เลขที่แบบสอบถาม', 'instanceID', 'uuid'],
};

/** `ชื่อ` before, or `name` after, a name of these is that field too (`ชื่อเรื่อง`, `Programme name`). */
export const namedFields: readonly CsvField[] = [
  'province', 'district', 'subdistrict', 'agency', 'title', 'strategy', 'subPlan', 'channel',
];

export const runningNumberNames: readonly string[] = ['ลำดับ', 'ลำดับที่', 'ที่', 'ข้อ', 'no', 'no.', '#', 'id'];

/** Columns that are dropped unread. */
export const personalNames: readonly string[] = [
  'ชื่อ', 'ชื่อ-สกุล', 'ชื่อ-นามสกุล', 'นามสกุล', 'เลขบัตรประชาชน', 'เลขประจำตัวประชาชน', 'เบอร์โทร', 'โทรศัพท์', 'อีเมล',
  'ไลน์', 'ที่อยู่', 'บ้านเลขที่', 'วันเกิด',
  'name', 'surname', 'citizen id', 'national id', 'phone', 'tel', 'email', 'line id', 'address', 'date of birth',
];
