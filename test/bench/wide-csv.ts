// The file that loads are measured with, made while it is read: 15 columns, some 356 bytes a row, all rows different, one in a hundred
// with an error.
import { provinces } from '../../shared/places/provinces.ts';
import { strategies, strategyNames } from '../../shared/survey/strategies.ts';

const header =
  'เลขที่แบบ,วันที่สำรวจ,จังหวัด,อำเภอ,ตำบล,ละติจูด,ลองจิจูด,ประเภทผู้ตอบ,หน่วยงาน,ยุทธศาสตร์,หัวข้อปัญหา,รายละเอียด,ระดับความรุนแรง,จำนวนผู้ได้รับผลกระทบ,ช่องทาง';
const months = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.'];
const titles = [
  'อินเทอร์เน็ตโรงเรียนช้าบ่อย',
  'ผู้สูงอายุถูกแก๊งคอลหลอก',
  'ต้องยื่นสำเนาบัตรซ้ำทุกที่',
  'ร้านค้าขายออนไลน์ไม่เป็น',
  'ครูไม่มั่นใจใช้สื่อดิจิทัล',
];
const details = [
  'ช่วงฝนตกสัญญาณหายครึ่งวัน',
  '"ชาวบ้านบอก ""รอสองปี"", ยังไม่มีคนมา"',
  'ต้องเดินขึ้นเนินจึงโทรออก',
];
const channels = ['กระดาษ', 'สัมภาษณ์', 'ออนไลน์'];
const rowsAPiece = 200;

/** Header and rows with LF line ends, in pieces of 200 rows. */
export function* wideCsv(rows: number): Generator<string> {
  yield `${header}\n`;
  for (let first = 1; first <= rows; first += rowsAPiece) {
    const count = Math.min(rowsAPiece, rows - first + 1);
    yield Array.from({ length: count }, (_, i) => rowOf(first + i)).join('');
  }
}

function rowOf(row: number): string {
  const isAgency = row % 3 === 0;
  const cells = [
    `A-${row}`,
    `${(row % 28) + 1} ${pick(months, row)} 2562`,
    pick(provinces, row * 7).name.th,
    '',
    row % 4 ? 'ในเมือง' : '',
    (13 + (row % 700) / 100).toFixed(4),
    (100 + (row % 400) / 100).toFixed(4),
    isAgency ? 'หน่วยงาน' : 'ประชาชน',
    isAgency ? 'เทศบาล' : '',
    strategyNames[pick(strategies, row)].short.th,
    `${pick(titles, row)} ${row}`,
    pick(details, row),
    row % 100 === 0 ? 9 : (row % 5) + 1,
    (row % 900) + 1,
    pick(channels, row),
  ];
  return `${cells.join(',')}\n`;
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}
