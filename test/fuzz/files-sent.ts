// Forms with a file in them, and forms broken in every way that a line or a bad program can break them.
import { oddNames, oddText, oddValue, written } from './odd-values.ts';
import type { Random } from './random.ts';
import type { WireRequest } from './requests-mutated.ts';
import { newId } from './requests-valid.ts';

/** A file in a form; three in four as a browser sends it. */
export function formWith(file: Buffer, random: Random): WireRequest {
  const boundary = 'fuzz-boundary-7d83';
  const isBroken = random.chance(0.25);
  // most forms are good ones: what is in the file is to be reached
  const fields = random.chance(0.5) ? someFields(random, random.chance(0.3)) : [];
  const parts = fields.map(([name, value]) => part(boundary, `name="${name}"`, Buffer.from(value)));
  const name = random.chance(0.2) ? random.pick(oddFileNames) : 'ไฟล์.csv';
  parts.splice(
    random.chance(0.9) ? parts.length : 0,
    0,
    part(boundary, `name="file"; filename="${name}"\r\nContent-Type: text/csv`, file),
  );
  const whole = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const body = isBroken ? broken(whole, boundary, random) : whole;
  return {
    route: 'POST /api/surveys/{survey}/batches',
    method: 'POST',
    target: `/api/surveys/2569/batches${random.pick(['', '', '?dryRun=true'])}`,
    headers: {
      'content-type':
        isBroken && random.chance(0.3)
          ? random.pick(oddTypes)
          : `multipart/form-data; boundary=${boundary}`,
      'content-length': String(body.length),
    },
    body,
  };
}

const oddFileNames = [
  ...['a.csv', '../../x.csv', '', 'x"y.csv', '0812345678.csv', 'a'.repeat(3000)],
];

const oddTypes = [
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(300)}`,
  'multipart/form-data; boundary="fuzz-boundary-7d83',
  'multipart/mixed; boundary=fuzz-boundary-7d83',
  'text/csv',
];

function part(boundary: string, disposition: string, content: Buffer): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')]);
}

const good: Readonly<Record<string, (random: Random) => string>> = {
  id: newId,
  name: () => 'ไฟล์ของฉัน.csv',
  encoding: (random) => random.pick(['utf-8', 'windows-874', 'utf-16le']),
  delimiter: (random) => random.pick([',', ';', '\t']),
  headerLine: (random) => String(1 + random.whole(9)),
  severityDirection: () => '1-is-most',
  mapping: () => '{"จังหวัด":"province","ปัญหา":"title"}',
  policy: (random) => random.pick(['accept-good', 'all-or-nothing']),
  changed: (random) => random.pick(['keep', 'replace', 'ask']),
  corrections: (random) => JSON.stringify(some(random, (row) => ({ row, ...mended(random) }))),
  values: (random) =>
    JSON.stringify({ [random.pick(mendedFields)]: { [random.pick(mendedTexts)]: 'TH-40' } }),
  leave: (random) =>
    JSON.stringify(some(random, (row) => ({ row, reason: `${random.pick(mendedTexts)}?` }))),
};

const mendedFields = ['province', 'title', 'severity', 'id', 'day', 'answers/a'];
const mendedTexts = ['', 'ขอนแกน', 'ขอนแก่น', 'TH-40', '=1+1', '"', '5', 'a'.repeat(3000), '\0'];

function mended(random: Random) {
  return { field: random.pick(mendedFields), value: random.pick(mendedTexts) };
}

function some<T>(random: Random, make: (row: number) => T): T[] {
  return Array.from({ length: random.whole(6) }, (_, at) => make(at + 1 + random.whole(3)));
}

const inJson = new Set(['mapping', 'corrections', 'values', 'leave']);

function someFields(random: Random, isOdd: boolean): [string, string][] {
  return Array.from({ length: 1 + random.whole(4) }, () => {
    const name = random.pick(Object.keys(good));
    if (!isOdd || random.chance(0.6)) return [name, good[name]?.(random) ?? ''];
    if (inJson.has(name) && random.chance(0.5)) return [name, written(oddValue(random))];
    return [random.chance(0.7) ? name : random.pick(oddNames), oddText(random, 5000)];
  });
}

function broken(whole: Buffer, boundary: string, random: Random): Buffer {
  const text = whole.toString('latin1');
  switch (random.whole(8)) {
    case 0:
      return whole.subarray(0, random.whole(whole.length + 1));
    case 1:
      return Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
    case 2:
      return Buffer.from(
        text.replace(
          /name="file"/,
          random.pick([
            '',
            'name=""',
            'name="files"',
            'name="__proto__"',
            `name="${'a['.repeat(500)}"`,
          ]),
        ),
        'latin1',
      );
    case 3:
      return Buffer.from(text.replace(/form-data; /, ''), 'latin1');
    case 4:
      return Buffer.concat([whole, whole]);
    case 5:
      return Buffer.from(`--${boundary}\r\n\r\n`.repeat(2000), 'latin1');
    case 6:
      return Buffer.from(
        text.replace(/\r\n\r\n/, `\r\nX-Long: ${'x'.repeat(2 ** random.whole(17))}\r\n\r\n`),
        'latin1',
      );
    default:
      return Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n`.repeat(100) + text,
        'latin1',
      );
  }
}
