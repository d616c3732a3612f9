// A CSV file of any size, made while it is read: the same rows every time, all different, one in a hundred with an error.
import { provinces } from '../../shared/places/provinces.ts';
import { strategies, strategyNames } from '../../shared/survey/strategies.ts';

const header =
  'ลำดับ,วันที่สำรวจ,จังหวัด,อำเภอ,ประเภทผู้ตอบ,หน่วยงาน,ยุทธศาสตร์,หัวข้อปัญหา,รายละเอียด,ระดับความรุนแรง,จำนวนผู้ได้รับผลกระทบ,ช่องทาง';
const months = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.'];
const titles = [
  'อินเทอร์เน็ตโรงเรียนช้าและหลุดบ่อย',
  'ผู้สูงอายุถูกแก๊งคอลเซ็นเตอร์หลอกโอนเงิน',
  'ต้องยื่นสำเนาบัตรซ้ำทุกหน่วยงาน',
  'ร้านค้าชุมชนขายของออนไลน์ไม่เป็น',
  'ครูไม่มั่นใจใช้สื่อดิจิทัลในห้องเรียน',
];
const details = [
  'ช่วงฝนตกสัญญาณหายครึ่งวัน ครูต้องบันทึกวิดีโอใส่แฟลชไดรฟ์มาเปิดแทน',
  '"ชาวบ้านบอกว่า ""รอมาสองปีแล้ว"", ยังไม่มีคนมาดู"',
  'ต้องเดินขึ้นเนินราวหนึ่งกิโลเมตรจึงโทรออกได้',
];
const channels = ['แบบสอบถามกระดาษ', 'สัมภาษณ์ภาคสนาม', 'แบบฟอร์มออนไลน์'];
const rowsAPiece = 200;

/** Header and rows with LF line ends, some 400 bytes of UTF-8 a row, in pieces of 200 rows. */
export function* makeCsv(rows: number): Generator<string> {
  yield `${header}\n`;
  for (let first = 1; first <= rows; first += rowsAPiece) {
    const count = Math.min(rowsAPiece, rows - first + 1);
    yield Array.from({ length: count }, (_, i) => rowOf(first + i)).join('');
  }
}

function rowOf(row: number): string {
  const severity = row % 100 === 0 ? 9 : (row % 5) + 1;
  const cells = [
    row,
    `${(row % 28) + 1} ${pick(months, row)} 2562`,
    pick(provinces, row * 7).name.th,
    '',
    row % 3 === 0 ? 'หน่วยงาน' : 'ประชาชน',
    row % 3 === 0 ? 'เทศบาลตำบลสมมติ' : '',
    strategyNames[pick(strategies, row)].short.th,
    `${pick(titles, row)} จุดที่ ${row}`,
    pick(details, row),
    severity,
    (row % 900) + 1,
    pick(channels, row),
  ];
  return `${cells.join(',')}\n`;
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}
