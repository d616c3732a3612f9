// The sub-plans of the demonstration, with invented names, and which of the invented troubles each answers. The official
// names are not public. What no sub-plan answers is there on purpose: planners are to find it.
import { type Strategy, strategies } from '../shared/survey/strategies.ts';

export interface InventedSubPlan {
  /** the slot of the round that it names: `1.2` */
  readonly id: string;
  readonly strategy: Strategy;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly words: readonly string[];
  /** a title with one of these belongs to it */
  readonly answers: readonly string[];
}

/** what no sub-plan answers, whatever else the title says */
const unanswered = [
  'แพงเกินกว่าที่ครัวเรือนจะจ่าย',
  'ขนส่งสินค้าที่สั่งออนไลน์ไม่สะดวก',
  'อ่านเมนูภาษาไทยไม่คล่อง',
  'ย้ายงานบ่อยจนงานสะดุด',
  'ทวงหนี้ด้วยการประจาน',
];

const of = (
  strategy: Strategy,
  ...plans: readonly Omit<InventedSubPlan, 'id' | 'strategy'>[]
): InventedSubPlan[] =>
  plans.map((plan, i) => ({
    id: `${strategies.indexOf(strategy) + 1}.${i + 1}`,
    strategy,
    ...plan,
  }));

export const inventedSubPlans: readonly InventedSubPlan[] = [
  ...of(
    'infrastructure',
    {
      nameTh: 'ขยายสัญญาณโทรศัพท์เคลื่อนที่ในพื้นที่ห่างไกล',
      nameEn: 'Mobile coverage of remote areas',
      words: ['เสาสัญญาณ', 'สัญญาณ 4G'],
      answers: ['สัญญาณโทรศัพท์', 'สัญญาณ 4G', 'เสาสัญญาณ'],
    },
    {
      nameTh: 'อินเทอร์เน็ตความเร็วสูงถึงทุกหมู่บ้าน',
      nameEn: 'Broadband for every village',
      words: ['สายไฟเบอร์', 'เน็ตหมู่บ้าน'],
      answers: ['อินเทอร์เน็ตหมู่บ้าน', 'สายไฟเบอร์'],
    },
    {
      nameTh: 'จุดบริการอินเทอร์เน็ตสาธารณะและโรงเรียน',
      nameEn: 'Public access points and schools',
      words: ['Wi-Fi สาธารณะ', 'เน็ตประชารัฐ'],
      answers: ['Wi-Fi สาธารณะ', 'อินเทอร์เน็ตของโรงเรียน', 'จุดบริการเน็ตประชารัฐ'],
    },
  ),
  ...of(
    'economy',
    {
      nameTh: 'ร้านค้าชุมชนขายออนไลน์',
      nameEn: 'Community shops that sell online',
      words: ['ขายของออนไลน์', 'ถ่ายภาพสินค้า'],
      answers: ['ขายของออนไลน์ไม่เป็น', 'ไม่มีคนช่วยถ่ายภาพสินค้า'],
    },
    {
      nameTh: 'การชำระเงินและการเงินดิจิทัลสำหรับรายย่อย',
      nameEn: 'Digital payment and finance for small traders',
      words: ['รับเงินผ่านมือถือ', 'สินเชื่อออนไลน์', 'ค่าธรรมเนียม'],
      answers: ['รับเงินผ่านมือถือไม่ได้', 'ถูกหักค่าธรรมเนียมสูง', 'เข้าไม่ถึงสินเชื่อออนไลน์'],
    },
    {
      nameTh: 'ข้อมูลราคาและตลาดสำหรับเกษตรกร',
      nameEn: 'Prices and markets for farmers',
      words: ['ราคากลาง', 'ราคาผลผลิต'],
      answers: ['ไม่รู้ราคากลางของผลผลิต'],
    },
  ),
  ...of(
    'society',
    {
      nameTh: 'บริการดิจิทัลที่ทุกคนเข้าถึงได้',
      nameEn: 'Digital services that everybody can use',
      words: ['คนพิการ', 'เสียงอ่านหน้าจอ', 'บริการภาครัฐออนไลน์'],
      answers: ['เข้าไม่ถึงบริการภาครัฐออนไลน์', 'ใช้แอปที่ไม่มีเสียงอ่านหน้าจอไม่ได้'],
    },
    {
      nameTh: 'ศูนย์ดิจิทัลชุมชนและอุปกรณ์',
      nameEn: 'Community digital centres and devices',
      words: ['ศูนย์ดิจิทัลชุมชน', 'คอมพิวเตอร์เก่า', 'อุปกรณ์เรียนออนไลน์'],
      answers: ['ไม่มีอุปกรณ์เรียนออนไลน์', 'คอมพิวเตอร์เก่าใช้งานไม่ได้', 'เปิดไม่เป็นเวลา'],
    },
    {
      nameTh: 'สอนใช้ดิจิทัลในชุมชน',
      nameEn: 'Digital literacy in the community',
      words: ['สอนใช้โทรศัพท์'],
      answers: ['ไม่มีคนสอนใช้โทรศัพท์'],
    },
  ),
  ...of(
    'government',
    {
      nameTh: 'เชื่อมโยงข้อมูลระหว่างหน่วยงาน',
      nameEn: 'Data shared between agencies',
      words: ['เชื่อมกับหน่วยงาน', 'กรอกข้อมูลซ้ำ', 'หลายระบบ'],
      answers: ['ให้กรอกข้อมูลเดิมซ้ำหลายครั้ง', 'ไม่เชื่อมกับหน่วยงานอื่น', 'มีหลายระบบต้องจำหลายรหัส'],
    },
    {
      nameTh: 'บริการภาครัฐบนมือถือที่ติดตามได้',
      nameEn: 'Services on the phone that can be followed',
      words: ['ใช้บนมือถือ', 'ระบบล่ม', 'เรื่องถึงไหน'],
      answers: ['ใช้บนมือถือไม่ได้', 'ไม่บอกว่าเรื่องถึงไหน', 'ล่มช่วงเช้า'],
    },
    {
      nameTh: 'ยืนยันตัวตนดิจิทัลแทนสำเนาบัตร',
      nameEn: 'Digital identity instead of copies',
      words: ['ยืนยันตัวตน', 'สำเนาบัตร'],
      answers: ['ขอสำเนาบัตรทั้งที่ยืนยันตัวตนแล้ว'],
    },
  ),
  ...of(
    'workforce',
    {
      nameTh: 'ทักษะดิจิทัลของบุคลากรท้องถิ่น',
      nameEn: 'Digital skills of local staff',
      words: ['โปรแกรมสำนักงาน', 'พี่เลี้ยง'],
      answers: ['ขาดทักษะใช้โปรแกรมสำนักงาน', 'ต้องเรียนรู้เองโดยไม่มีพี่เลี้ยง'],
    },
    {
      nameTh: 'หลักสูตรใกล้บ้านและใบรับรอง',
      nameEn: 'Courses nearby, and certificates',
      words: ['หลักสูตร', 'ใบรับรอง', 'อบรม'],
      answers: ['ไม่มีหลักสูตรใกล้บ้าน', 'อบรมแล้วไม่ได้ใช้จริง', 'ไม่มีใบรับรองที่นายจ้างยอมรับ'],
    },
  ),
  ...of(
    'trust',
    {
      nameTh: 'ป้องกันการหลอกลวงออนไลน์',
      nameEn: 'Protection from online fraud',
      words: ['หลอกโอนเงิน', 'แก๊งคอลเซ็นเตอร์', 'แอบอ้าง'],
      answers: ['หลอกผู้สูงอายุโอนเงิน', 'หลอกขายสินค้าเกษตร', 'แอบอ้างหน่วยงานรัฐ'],
    },
    {
      nameTh: 'คุ้มครองข้อมูลและบัญชีผู้ใช้',
      nameEn: 'Protection of data and accounts',
      words: ['รหัสผ่าน', 'ข้อมูลส่วนบุคคล'],
      answers: ['ขโมยรหัสผ่าน'],
    },
    {
      nameTh: 'รู้เท่าทันสื่อในกลุ่มชุมชนและโรงเรียน',
      nameEn: 'Media literacy in groups and schools',
      words: ['ข่าวปลอม', 'กลุ่มไลน์', 'พนันออนไลน์'],
      answers: ['ระบาดในกลุ่มไลน์หมู่บ้าน', 'ชักชวนนักเรียน'],
    },
  ),
];

/** The sub-plan that an invented title belongs to; null: none answers it. */
export function rightSubPlan(title: string): string | null {
  if (unanswered.some((part) => title.includes(part))) return null;
  return (
    inventedSubPlans.find(({ answers }) => answers.some((part) => title.includes(part)))?.id ?? null
  );
}
