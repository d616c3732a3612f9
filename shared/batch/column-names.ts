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
