// Names of columns that are no field: running numbers are read and never stored, personal columns are dropped unread.

export const runningNumberNames: readonly string[] = [
  'ลำดับ',
  'ลำดับที่',
  'ที่',
  'ข้อ',
  'no',
  'no.',
  '#',
  'id',
];

/** Columns that are dropped unread. */
export const personalNames: readonly string[] = [
  'ชื่อ',
  'ชื่อ-สกุล',
  'ชื่อ-นามสกุล',
  'นามสกุล',
  'เลขบัตรประชาชน',
  'เลขประจำตัวประชาชน',
  'เบอร์โทร',
  'โทรศัพท์',
  'อีเมล',
  'ไลน์',
  'ที่อยู่',
  'บ้านเลขที่',
  'วันเกิด',
  'name',
  'surname',
  'citizen id',
  'national id',
  'phone',
  'tel',
  'email',
  'line id',
  'address',
  'date of birth',
];

/** Dropped unread too, but only as the whole header: `วันที่ผู้แจ้งพบ` is about a day. */
export const personalHeaders: readonly string[] = [
  'ผู้แจ้ง',
  'ผู้ร้องเรียน',
  'ผู้ร้อง',
  'ผู้ติดต่อ',
  'ผู้ประสานงาน',
  'ผู้สำรวจ',
  'ผู้เก็บข้อมูล',
  'ผู้สัมภาษณ์',
  'ผู้บันทึก',
  'เบอร์',
  'มือถือ',
  'ภูมิลำเนา',
  'contact',
  'mobile',
  'reporter',
  'reported by',
  'complainant',
  'submitted by',
  'enumerator',
  'interviewer',
];

/** A title may stand there when no column says it; a person has to say so. */
export const titleProposals: readonly string[] = [
  'comment',
  'comments',
  'description',
  'message',
  'summary',
  'ความเห็น',
  'ความคิดเห็น',
];
