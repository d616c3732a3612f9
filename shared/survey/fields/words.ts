// What the fields are called: short in lists, tables and files; as a question with its hint in the form.
import type { Names } from '../../text/names.ts';
import type { FieldName } from './fields.ts';

export interface FieldWords {
  readonly name: Names;
  /** the question as it is asked; absent: its name */
  readonly label?: Names;
  readonly hint?: Names;
}

export const fieldWords: Readonly<Record<FieldName, FieldWords>> = {
  province: {
    name: { th: 'จังหวัด', en: 'Province' },
    hint: {
      th: 'พิมพ์บางส่วนของชื่อ ไทย อังกฤษ หรือชื่อย่อ',
      en: 'Type part of the name: Thai, English or short form',
    },
  },
  district: {
    name: { th: 'อำเภอ', en: 'District' },
    label: { th: 'อำเภอหรือเขต', en: 'District' },
    hint: { th: 'เลือกจากรายการ หรือพิมพ์เอง', en: 'Choose from the list or type it' },
  },
  subdistrict: {
    name: { th: 'ตำบล', en: 'Sub-district' },
    label: { th: 'ตำบลหรือแขวง', en: 'Sub-district' },
  },
  day: {
    name: { th: 'วันที่สำรวจ', en: 'Survey date' },
    hint: {
      th: 'เช่น 17 มิ.ย. 2562 หรือเลือกจากปฏิทิน',
      en: 'For example 17 Jun 2019, or use the calendar',
    },
  },
  position: {
    name: { th: 'พิกัด', en: 'Position' },
    label: { th: 'ตำแหน่ง', en: 'Position' },
    hint: {
      th: 'ใช้พิกัดของเครื่องนี้เมื่อกดปุ่มเท่านั้น',
      en: 'The position of this device is used only when you press the button',
    },
  },
  respondent: {
    name: { th: 'ประเภทผู้ให้ข้อมูล', en: 'Kind of respondent' },
    label: { th: 'ผู้ให้ข้อมูลเป็น', en: 'The respondent is' },
  },
  agency: { name: { th: 'ชื่อหน่วยงาน', en: 'Agency name' } },
  strategy: {
    name: { th: 'ยุทธศาสตร์', en: 'Strategy area' },
    label: { th: 'ปัญหานี้เป็นเรื่องใด', en: 'What is this problem about' },
    hint: { th: 'เลือกข้อที่ใกล้ที่สุด', en: 'Choose the nearest' },
  },
  subPlan: { name: { th: 'แผนงานย่อย', en: 'Sub-plan' } },
  title: {
    name: { th: 'หัวข้อปัญหา', en: 'Problem' },
    hint: {
      th: 'สั้น ๆ หนึ่งประโยค เหมือนเล่าให้เพื่อนร่วมงานฟัง',
      en: 'One short sentence, as you would tell a colleague',
    },
  },
  detail: {
    name: { th: 'รายละเอียด', en: 'Detail' },
    label: { th: 'เล่าเพิ่มเติม', en: 'Tell more' },
    hint: {
      th: 'ไม่ต้องใส่ชื่อคน เลขบัตร หรือเบอร์โทร',
      en: 'No names of people, ID numbers or phone numbers',
    },
  },
  suggestion: {
    name: { th: 'ข้อเสนอแนะ', en: 'Suggestion' },
    label: { th: 'อยากให้แก้ไขอย่างไร', en: 'What should be done about it' },
    hint: {
      th: 'ไม่ต้องใส่ชื่อคน เลขบัตร หรือเบอร์โทร',
      en: 'No names of people, ID numbers or phone numbers',
    },
  },
  severity: {
    name: { th: 'ระดับความรุนแรง', en: 'Severity' },
    label: { th: 'รุนแรงเพียงใด', en: 'How severe is it' },
  },
  affected: {
    name: { th: 'ผู้ได้รับผลกระทบ', en: 'People affected' },
    label: { th: 'มีผู้ได้รับผลกระทบกี่คน', en: 'How many people are affected' },
    hint: {
      th: 'เช่น 120 หรือ ราว 200 คน ไม่ทราบ เว้นว่างได้',
      en: 'For example 120, or about 200. Leave empty when not known',
    },
  },
  channel: { name: { th: 'ช่องทาง', en: 'Channel' } },
};
