// Files as they come and as they should not: the samples and small tables, cut, mixed, widened, deepened, in other encodings.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { oddText } from './odd-values.ts';
import type { Random } from './random.ts';

const folder = new URL('../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => /\.(?:csv|txt)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));

/** what a short, good file has */
const small = [
  'จังหวัด,ปัญหา,วันที่,ความรุนแรง',
  'เชียงใหม่,เน็ตช้า,20/11/2569,4',
  'ขอนแก่น,"ไฟดับ, บ่อย",21 พ.ย. 69,5',
  'TH-40,No signal,2026-11-22,3',
].join('\r\n');

/** A file with one to four changes. */
export function oddFile(random: Random): Buffer {
  let bytes = random.chance(0.7) ? random.pick(samples) : started(random);
  for (let n = random.whole(4); n >= 0; n--) bytes = random.pick(changes)(bytes, random);
  return bytes.subarray(0, largest);
}

const largest = 2_000_000;

function started(random: Random): Buffer {
  switch (random.whole(6)) {
    case 0:
      return Buffer.from(small);
    case 1:
      return wide(random);
    case 2:
      return quotes(random);
    case 3:
      return Buffer.concat([Buffer.from(`${small}\n`), Buffer.from(oddText(random, 200_000))]);
    case 4:
      return notText(random);
    default:
      return Buffer.alloc(random.whole(3));
  }
}

/** Many columns, in the header, in one row, or in all. */
function wide(random: Random): Buffer {
  const columns = 2 ** random.whole(17);
  const sign = random.pick([',', ';', '\t', '|']);
  const row = (cell: string) => Array.from({ length: columns }, () => cell).join(sign);
  const rows = random.pick([
    [row('จังหวัด'), 'เชียงใหม่'],
    ['จังหวัด,ปัญหา', row('x')],
    ['จังหวัด,ปัญหา', 'เชียงใหม่,เน็ตช้า', row(''), 'เชียงใหม่,เน็ตช้า'],
    [row(''), row('')],
  ]);
  return Buffer.from(rows.join('\n'));
}

/** Quotes that open and do not close, close and go on, and stand in quotes. */
function quotes(random: Random): Buffer {
  const some = random.pick(['"', '""', '"""', '",', '"\n', '"a"b', '\\"', '“', "'"]);
  const much = some.repeat(2 ** random.whole(16));
  return Buffer.from(`${small}\n${random.pick(['', '"', 'เชียงใหม่,"'])}${much}`);
}

/** What begins like a workbook, an archive, a picture, a document, or like nothing. */
function notText(random: Random): Buffer {
  const heads = [
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\x89PNG\r\n',
    '%PDF-1.7',
    'SQLite format 3\0',
    '<html>',
    '{"a":',
    '\x7fELF',
  ];
  const rest = Buffer.from(Array.from({ length: random.whole(3000) }, () => random.whole(256)));
  const plain = Buffer.concat([Buffer.from(random.pick(heads), 'latin1'), rest]);
  return random.chance(0.2) ? gzipSync(plain) : plain;
}

type Change = (bytes: Buffer, random: Random) => Buffer;

const changes: readonly Change[] = [
  (bytes) => bytes,
  (bytes, random) => bytes.subarray(0, random.whole(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.whole(bytes.length + 1)),
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let n = random.whole(30); n > 0; n--)
      copy[random.whole(copy.length || 1)] = random.whole(256);
    return copy;
  },
  (bytes, random) => spliced(bytes, Buffer.from(oddText(random, 50_000)), random),
  (bytes, random) => spliced(bytes, Buffer.from(random.pick(signs), 'latin1'), random),
  (bytes, random) => spliced(bytes, random.pick(samples), random),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  (bytes) =>
    Buffer.concat([
      Buffer.from([0xfe, 0xff]),
      Buffer.from(bytes.toString('utf8'), 'utf16le').subarray(1),
    ]),
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(',', '\t'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('"', ''), 'latin1'),
  (bytes, random) => repeatedLines(bytes, random),
];

const signs = [
  '\0',
  '"',
  '""',
  '\n\n\n',
  '\r',
  ',',
  ';',
  '\t',
  '\x1a',
  '\x80',
  '\xa1\xfb',
  '\xe0\xb8',
  '\xff\xfe',
  '\x1b[31m',
  '=cmd|x',
  '\xef\xbb\xbf',
];

function spliced(bytes: Buffer, piece: Buffer, random: Random): Buffer {
  const at = random.whole(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function repeatedLines(bytes: Buffer, random: Random): Buffer {
  const from = random.whole(bytes.length + 1);
  const piece = bytes.subarray(from, from + 200);
  return Buffer.concat([bytes, ...Array.from({ length: 2 ** random.whole(9) }, () => piece)]);
}
