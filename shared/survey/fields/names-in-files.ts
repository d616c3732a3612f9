// The names that people give the columns of their files, and what the columns are called here.
// Sources: headers of public Thai data sets and survey forms; the names stand as they are written, `headerKey` folds them.
import { type Lang, labelIn, type Names } from '../../text/names.ts';
import type { Question } from '../definition.ts';
import { allFields, type FieldName } from './fields.ts';
import { fieldWords } from './words.ts';

/** A position has columns of its own for its parts, or one for both; a row's own id is no part of what was said. */
type CoreColumn = FieldName | 'lat' | 'lng' | 'id';

/** What a column can be; an answer to one of the survey's own questions stands at `answers/<key>`. */
export type CsvField = CoreColumn | AnswerField;
export type AnswerField = `answers/${string}`;

interface Column {
  readonly names: readonly string[];
  /** columns that survey and ticket tools add by themselves: the first of them is the field when no other column is */
  readonly byTools?: readonly string[];
  /** `ชื่อ` before, or `name` after, one of the names is that field too (`ชื่อเรื่อง`, `Programme name`) */
  readonly named?: true;
}

export const namesInFiles: Readonly<Record<CoreColumn, Column>> = {
  province: {
    names: [
      'จังหวัด',
      'จ.',
      'ชื่อจังหวัด',
      'จังหวัดของท่าน',
      'จังหวัดที่อยู่',
      'พื้นที่จังหวัด',
      'province',
      'changwat',
      'prov',
      'province name',
    ],
    named: true,
  },
  district: {
    names: ['อำเภอ', 'อ.', 'อำเภอ/เขต', 'เขต', 'ชื่ออำเภอ', 'district', 'amphoe', 'amphur', 'khet'],
    named: true,
  },
  subdistrict: {
    names: ['ตำบล', 'ต.', 'ตำบล/แขวง', 'แขวง', 'subdistrict', 'sub-district', 'tambon', 'khwaeng'],
    named: true,
  },
  respondent: {
    names: [
      'ประเภทผู้ตอบ',
      'ประเภทผู้ให้ข้อมูล',
      'กลุ่มผู้ตอบ',
      'สถานะผู้ตอบ',
      'ผู้ให้ข้อมูล',
      'ท่านตอบในนามของ',
      'ประเภท',
      'respondent type',
      'kind of respondent',
      'respondent',
      'type',
      'group',
      'responding as',
    ],
  },
  agency: {
    names: [
      'หน่วยงาน',
      'ชื่อหน่วยงาน',
      'ชื่อองค์กร',
      'สังกัด',
      'ชื่อหน่วยงาน (ถ้ามี)',
      'agency',
      'agency name',
      'organisation',
      'organization',
      'office',
    ],
    named: true,
  },
  strategy: {
    names: [
      'ยุทธศาสตร์',
      'ยุทธศาสตร์ที่',
      'ด้าน',
      'ประเด็นยุทธศาสตร์',
      'ด้านปัญหา',
      'strategy',
      'strategy area',
      'area',
      'pillar',
    ],
    named: true,
  },
  subPlan: {
    names: ['แผนงานย่อย', 'แผนงาน', 'รหัสแผนงาน', 'sub-plan', 'subplan', 'programme', 'program'],
    named: true,
  },
  title: {
    names: [
      'ประเด็นปัญหา',
      'ปัญหา',
      'ปัญหาที่พบ',
      'หัวข้อปัญหา',
      'ชื่อปัญหา',
      'เรื่อง',
      'ท่านพบปัญหาเรื่องใด',
      'problem',
      'problem title',
      'title',
      'issue',
      'subject',
    ],
    named: true,
  },
  detail: {
    names: [
      'รายละเอียด',
      'รายละเอียดปัญหา',
      'คำอธิบาย',
      'โปรดอธิบายปัญหา',
      'detail',
      'details',
      'problem detail',
      'description',
    ],
  },
  // beside a detail; without one it is the detail
  suggestion: {
    names: [
      'ข้อเสนอแนะ',
      'แนวทางแก้ไข',
      'แนวทางการแก้ไข',
      'แนวทางแก้ไขปัญหา',
      'แนวทางการแก้ไขปัญหา',
      'suggestion',
      'suggestions',
      'recommendation',
      'recommendations',
      'proposed solution',
    ],
  },
  severity: {
    names: [
      'ระดับความรุนแรง',
      'ความรุนแรง',
      'ระดับ',
      'ระดับปัญหา',
      'ความเร่งด่วน',
      'ปัญหานี้รุนแรงเพียงใด',
      'รุนแรงเพียงใด',
      'severity',
      'level',
      'priority',
      'urgency',
    ],
  },
  affected: {
    names: [
      'จำนวนผู้ได้รับผลกระทบ',
      'ผู้ได้รับผลกระทบ (คน)',
      'จำนวนคน',
      'จำนวนประชาชนที่เดือดร้อน',
      'affected people',
      'affected',
      'people affected',
      'number affected',
    ],
  },
  day: {
    names: [
      'วันที่',
      'วัน/เดือน/ปี',
      'ว/ด/ป',
      'วดป',
      'วันที่สำรวจ',
      'วันที่เก็บข้อมูล',
      'date',
      'survey date',
      'collected at',
    ],
    // what a form was told on the day, then ODK's own column, which is sure to be there, then the clock of the device
    byTools: [
      'today',
      'SubmissionDate',
      'start',
      'end',
      '_submission_time',
      'ประทับเวลา',
      'Timestamp',
      'Start time',
      'submitted at',
      'completion time',
      'date created',
      'created at',
      'created',
    ],
  },
  lat: { names: ['ละติจูด', 'เส้นรุ้ง', 'lat', 'latitude', 'y'] },
  lng: { names: ['ลองจิจูด', 'ลองติจูด', 'เส้นแวง', 'lng', 'lon', 'long', 'longitude', 'x'] },
  position: {
    names: ['พิกัด'],
    byTools: ['_geolocation', 'gps', 'coords', 'coordinates', 'geopoint', 'location'],
  },
  channel: {
    names: ['ช่องทาง', 'ช่องทางที่ตอบ', 'วิธีเก็บข้อมูล', 'แหล่งที่มา', 'channel', 'source', 'mode', 'method'],
    named: true,
  },
  id: {
    names: ['response id', 'รหัสแบบสอบถาม', 'เลขที่แบบสอบถาม'],
    byTools: ['_uuid', 'meta-instanceID', 'KEY', 'instanceID', 'ticket_id', 'ticket number'],
  },
};

export const csvFields: readonly CoreColumn[] = [
  ...allFields.flatMap(({ name }): readonly CoreColumn[] =>
    name === 'position' ? ['lat', 'lng', name] : [name],
  ),
  'id',
];

/** Without a column for each of these no row can be stored. */
export const requiredFields: readonly CsvField[] = allFields
  .filter(({ required }) => required)
  .map(({ name }) => name);

const otherColumns: Readonly<Record<'lat' | 'lng' | 'position' | 'id', Names>> = {
  lat: { th: 'ละติจูด', en: 'Latitude' },
  lng: { th: 'ลองจิจูด', en: 'Longitude' },
  position: { th: 'พิกัด (สองค่าในช่องเดียว)', en: 'Position (both values in one cell)' },
  id: { th: 'รหัสแบบสำรวจ', en: 'Response id' },
};

/** What a column is called where a person says which one it is; the text itself for what is no field. */
export function columnName(field: string, lang: Lang, questions: readonly Question[] = []): string {
  const own = questions.find(({ pointer }) => pointer === `/${field}`);
  if (own) return labelIn(own, lang);
  if (Object.hasOwn(otherColumns, field))
    return otherColumns[field as keyof typeof otherColumns][lang];
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as FieldName].name[lang] : field;
}
