// What people send to make a fixture of a format: something of every kind that is stored. The same for every format.
import { setTimeout as wait } from 'node:timers/promises';
import { aJpeg } from './photos.ts';
import { sendPeople } from './send-people.ts';
import type { Asking } from './what-is-there.ts';

const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

const one = {
  strategy: 'infrastructure',
  subPlan: null,
  title: 'อินเทอร์เน็ตหลุดบ่อยในช่วงฝนตก',
  detail: 'สัญญาณหายครึ่งวัน โทร 081-234-5678',
  severity: 4,
  affected: 120,
};
const other = {
  strategy: null,
  subPlan: null,
  title: 'ผู้สูงอายุใช้บริการออนไลน์ไม่เป็น',
  detail: null,
  severity: null,
  affected: null,
};
const base = {
  version: 1,
  day: '2026-11-20',
  channel: 'form',
  place: { province: 'TH-50', district: 'แม่ออน', subdistrict: 'ห้วยแก้ว' },
  respondent: { type: 'citizen' },
  issues: [one],
  answers: {},
};

export const formResponses = [
  { id: id(1), ...base },
  {
    id: id(2),
    ...base,
    day: '2026-10-03',
    place: { province: 'TH-50', position: { lat: 18.79, lng: 98.98, accuracy: 12 } },
    respondent: { type: 'agency', agency: 'เทศบาลตำบลสมมติ' },
    issues: [one, other, { ...one, strategy: 'society', severity: 1, affected: 7 }],
  },
  { id: id(3), ...base, channel: 'api', day: null, issues: [other] },
  { id: id(4), ...base, channel: 'api', day: '2026-09-09', issues: [{ ...one, severity: 5 }] },
  { id: id(5), ...base, day: '2026-11-01', issues: [other, one] },
  { id: id(6), ...base, day: '2026-11-02', issues: [{ ...one, strategy: 'trust' }] },
  {
    id: id(70),
    ...base,
    day: '2026-11-03',
    filling: {
      startedAt: '2026-11-03T03:00:00.000Z',
      finishedAt: '2026-11-03T03:07:30.000Z',
      edits: 2,
    },
  },
];

const decisions = [
  { id: id(1), decision: 'approved', reason: null },
  { id: id(2), decision: 'returned', reason: 'ขอพิกัดที่แน่นอน' },
  { id: id(4), decision: 'approved', reason: null },
  { id: id(5), decision: 'rejected', reason: 'ซ้ำกับเรื่องที่แก้แล้ว' },
  { id: id(5), decision: 'approved', reason: 'ตรวจสอบแล้ว ไม่ซ้ำ' },
];

const header =
  'เลขที่แบบ,วันที่สำรวจ,จังหวัด,อำเภอ,ประเภทผู้ให้ข้อมูล,ยุทธศาสตร์,ประเด็นปัญหา,รายละเอียดปัญหา,ระดับความรุนแรง,จำนวนผู้ได้รับผลกระทบ,หมายเหตุของสำนักงาน';
const row = (no: number, province = 'ขอนแก่น', severity = String((no % 5) + 1)): string =>
  `KK-${no},${(no % 27) + 1} มีนาคม 2569,${province},น้ำพอง,ประชาชน,สังคม,เรื่องที่ ${no} ของตำบล,รายละเอียดของเรื่องที่ ${no},${severity},${no * 10},ส่งต่อแล้ว`;
const rows = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => row(from + at));
const file = (...lines: readonly string[]): string => [header, ...lines, ''].join('\r\n');

const batchFiles: readonly (SentFile & { readonly cut?: boolean })[] = [
  {
    name: 'มีนาคม.csv',
    text: file(...rows(1, 12), row(13, 'ขอนแก่นนน'), row(14, 'ขอนแก่น', '9'), row(1)),
    fields: { id: id(101) },
  },
  { name: 'อีกครั้ง.csv', text: file(...rows(10, 15)), fields: { id: id(102) } },
  {
    name: 'ทั้งหมดหรือไม่เลย.csv',
    text: file(...rows(20, 24), row(25, 'ไม่มีจังหวัดนี้')),
    fields: { id: id(103), policy: 'all-or-nothing' },
  },
  {
    name: 'แก้แล้ว.csv',
    text: file(row(3000, 'ขอนแกน'), row(3001, 'ขอนแก่น', '9'), row(3002)),
    fields: {
      id: id(105),
      values: JSON.stringify({ province: { ขอนแกน: 'TH-40' } }),
      corrections: JSON.stringify([{ row: 2, field: 'severity', value: '4' }]),
      leave: JSON.stringify([{ row: 3, reason: 'แถวทดสอบ' }]),
    },
  },
  { name: 'ถอน.csv', text: file(...rows(4000, 4002)), fields: { id: id(106) } },
  { name: 'สายหลุด.csv', text: file(...rows(2000, 2060)), fields: { id: id(104) }, cut: true },
];

/** what was sent back, mended */
const revised = {
  id: id(2),
  ...base,
  revision: 1,
  place: { province: 'TH-50', position: { lat: 18.791, lng: 98.981, accuracy: 4 } },
  issues: [one],
};

/** the first is there, the second has not arrived */
const photos = [aJpeg(), aJpeg({ seed: 2 })];
const pictured = {
  id: id(7),
  ...base,
  issues: [{ ...one, photos: photos.map(({ digest }) => digest) }],
};

export type Senders = Readonly<Record<'malee' | 'somchai' | 'admin', Asking>>;

/** @throws when anything is refused that should not be */
export async function sendEverything({ malee, somchai, admin }: Senders): Promise<void> {
  for (const { id: at, ...response } of formResponses)
    await ask(malee, 'PUT', `/responses/${at}`, response);
  for (const { name, text, fields, cut } of batchFiles) {
    const form = formOf({ name, text, fields });
    if (cut) await sendHalf(somchai, form);
    else await ask(somchai, 'POST', '/batches', form, [201, 422]);
  }
  const withdrawn = `/batches/${id(106)}/withdrawal`;
  await ask(somchai, 'PUT', withdrawn, { reason: 'ส่งผิดไฟล์' });
  await ask(somchai, 'DELETE', withdrawn, {});
  await ask(somchai, 'PUT', withdrawn, { reason: 'ยังผิดอยู่' });
  for (const { id: on, ...decision } of decisions)
    await ask(admin, 'POST', `/responses/${on}/decisions`, decision);
  await sendPictured(malee);
  await sendPeople(admin);
  await keepView(admin);
  await ask(admin, 'POST', '/snapshots', { name: 'ประชุมคณะกรรมการ', filters: { region: 'north' } });
  const { id: mended, ...content } = revised;
  await ask(malee, 'PUT', `/responses/${mended}`, content);
}

/** one's own, to begin with, and one that the office sees */
async function keepView({ url, headers }: Asking): Promise<void> {
  const views = [
    { name: 'ภาคเหนือ ประชาชน', address: '/?region=north&respondent=citizen', start: true },
    { name: 'ขอนแก่น', address: '/province/TH-40?survey=2569', shared: true },
  ];
  for (const view of views) {
    const answer = await fetch(`${url}/api/views`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(view),
    });
    if (answer.status !== 201) throw new Error(`a view: ${answer.status} ${await answer.text()}`);
  }
}

async function sendPictured(malee: Asking): Promise<void> {
  const { id: at, ...response } = pictured;
  await ask(malee, 'PUT', `/responses/${at}`, response);
  for (const { bytes, digest } of photos.slice(0, 1)) {
    const file = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
    await ask(malee, 'PUT', `/responses/${at}/photos/${digest}`, file);
  }
}

/** The first file once more, as a batch of its own. */
export function firstFileAgain(): FormData {
  const [{ name, text } = { name: '', text: '' }] = batchFiles;
  return formOf({ name, text, fields: {} });
}

interface SentFile {
  readonly name: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

function formOf({ name, text, fields }: SentFile): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([text], { type: 'text/csv' }), name);
  return form;
}

export async function ask(
  who: Asking,
  method: string,
  path: string,
  body: object,
  fine: readonly number[] = [200, 201],
): Promise<number> {
  // both say what they are
  const isForm = body instanceof FormData || body instanceof Blob;
  const answer = await fetch(`${who.url}/api/surveys/2569${path}`, {
    method,
    headers: { ...who.headers, ...(!isForm && { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  });
  const said = await answer.text();
  if (!fine.includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
  return answer.status;
}

/** long enough to be noticed by the slowest of the servers */
const noticedMs = 1500;

/** The line drops in the middle of the file. */
async function sendHalf(who: Asking, form: FormData): Promise<void> {
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const half = new ReadableStream({
    async start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length * 0.6));
      await wait(noticedMs);
      controller.error(new Error('the line dropped'));
    },
  });
  const headers = { ...who.headers, 'content-type': whole.headers.get('content-type') ?? '' };
  const sent = { method: 'POST', headers, body: half, duplex: 'half' };
  await fetch(`${who.url}/api/surveys/2569/batches`, sent).catch(() => undefined);
  await wait(noticedMs);
}
