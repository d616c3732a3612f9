import { expect } from 'chai';
import type { CsvEncoding } from '../../../../shared/batch/encodings.ts';
import { FileDecoder } from '../../../../shared/batch/file-decoder.ts';
import { FileRefused } from '../../../../shared/batch/file-refused.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const utf16 = (text: string, big = false, bom = true) => {
  const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/** text to Windows-874 */
const thai = (text: string) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : code;
    }),
  );
const table = 'จังหวัด,ปัญหา\nเชียงใหม่,สัญญาณอ่อน\n';
const latin1 = (bytes: Buffer) => Buffer.from(bytes.toString('latin1'), 'utf8');
/** UTF-8 read as Windows-874 and saved as UTF-8 again; `latin1` keeps what Windows-874 does not define */
const misread = (text: string) =>
  Buffer.from(
    [...Buffer.from(text, 'utf8')]
      .map((byte) =>
        byte >= 0xa1 && byte <= 0xfb ? String.fromCharCode(byte - 0xa1 + 0x0e01) : named(byte),
      )
      .join(''),
    'utf8',
  );
const named = (byte: number) =>
  ({ 128: '€', 133: '…', 145: '‘', 146: '’', 147: '“', 148: '”', 149: '•', 150: '–', 151: '—' })[
    byte
  ] ?? String.fromCharCode(byte);

function read(bytes: Buffer, size = bytes.length, forced?: CsvEncoding) {
  const decoder = new FileDecoder(forced);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) {
    text += decoder.push(bytes.subarray(at, at + size), false);
  }
  text += decoder.push(new Uint8Array(), true);
  return { encoding: decoder.encoding, text };
}

function refusal(bytes: Buffer, size?: number, forced?: CsvEncoding) {
  try {
    read(bytes, size, forced);
  } catch (error) {
    if (error instanceof FileRefused) return error.problem;
    throw error;
  }
  throw new Error('it was read');
}

describe('decoding a file', () => {
  const readable: [string, Buffer, CsvEncoding, string][] = [
    ['UTF-8', Buffer.from(table), 'utf-8', table],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${table}`), 'utf-8', table],
    ['ASCII alone', Buffer.from('province,title\n'), 'utf-8', 'province,title\n'],
    ['emoji and the baht sign', Buffer.from('อยากได้ 📱 ฿5\n'), 'utf-8', 'อยากได้ 📱 ฿5\n'],
    ['Latin accents without Thai', Buffer.from('café,naïve\n'), 'utf-8', 'café,naïve\n'],
    ['Windows-874', thai(table), 'windows-874', table],
    [
      'Thai after much ASCII',
      Buffer.concat([Buffer.alloc(200_000, 'a'), thai('\nกข')]),
      'windows-874',
      `${'a'.repeat(200_000)}\nกข`,
    ],
    ['curly quotes of Windows-874', hex('93a194'), 'windows-874', '“ก”'],
    ['two bytes of Thai that are UTF-8 by chance', hex('c2a1'), 'windows-874', 'ยก'],
    [
      'many short names of provinces that are UTF-8 by chance',
      thai('province,title\n'.concat('ลบ,x\nรบ,y\nสก,z\n'.repeat(30))),
      'windows-874',
      'province,title\n'.concat('ลบ,x\nรบ,y\nสก,z\n'.repeat(30)),
    ],
    [
      'a short name of a province beside Latin words',
      thai('province,title\nรน,cafe\nลพ,naive\n'),
      'windows-874',
      'province,title\nรน,cafe\nลพ,naive\n',
    ],
    [
      'many Latin accents without Thai',
      Buffer.from('ville,café\nParis,crème brûlée\n'.repeat(20)),
      'utf-8',
      'ville,café\nParis,crème brûlée\n'.repeat(20),
    ],
    ['UTF-16LE with BOM', utf16(table), 'utf-16le', table],
    ['UTF-16BE with BOM', utf16(table, true), 'utf-16be', table],
    ['UTF-16LE without BOM', utf16(table, false, false), 'utf-16le', table],
    ['UTF-16BE without BOM', utf16(table, true, false), 'utf-16be', table],
    ['one character of UTF-16', hex('fffe080e'), 'utf-16le', 'จ'],
  ];
  for (const [name, bytes, encoding, text] of readable) {
    for (const size of [bytes.length, 1, 3].filter((size) => size > 3 || bytes.length < 1000)) {
      it(`reads ${name} in pieces of ${size}`, () => {
        expect(read(bytes, size)).to.deep.equal({ encoding, text });
      });
    }
  }

  const refused: [string, Buffer, object][] = [
    ['an undefined byte', hex('a1db'), { type: 'unknown-encoding', repair: null }],
    ['a C1 control', thai('จังหวัด\x81'), { type: 'unknown-encoding', repair: null }],
    [
      'too little Thai',
      hex('8080808080809393939394949494a19494'),
      { type: 'unknown-encoding', repair: null },
    ],
    [
      'Latin-1',
      Buffer.from('r\xe9sum\xe9 \xfc', 'latin1'),
      { type: 'unknown-encoding', repair: null },
    ],
    ['a NUL', Buffer.from('จังหวัด,\0ปัญหา'), { type: 'not-text', kind: 'binary' }],
    ['a NUL in Windows-874', thai('จังหวัด,\0ปัญหา'), { type: 'not-text', kind: 'binary' }],
    [
      'a NUL after plain ASCII',
      Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from([0])]),
      { type: 'not-text', kind: 'binary' },
    ],
    [
      'half a pair of UTF-16',
      Buffer.concat([utf16(table), Buffer.from('a')]),
      { type: 'unknown-encoding', repair: null },
    ],
    [
      'bad UTF-8 at the end',
      Buffer.concat([Buffer.from(table.repeat(3000)), hex('e0b8')]),
      { type: 'unknown-encoding', repair: null },
    ],
    [
      'UTF-8 read as Windows-874',
      misread(table),
      { type: 'unknown-encoding', repair: 'utf-8-as-874' },
    ],
    [
      'Windows-874 read as Latin-1',
      latin1(thai(table)),
      { type: 'unknown-encoding', repair: 'windows-874-as-latin1' },
    ],
    [
      'a workbook',
      Buffer.concat([hex('504b0304'), Buffer.from('......[Content_Types].xml')]),
      { type: 'not-text', kind: 'workbook' },
    ],
    ['an old workbook', hex('d0cf11e0a1b11ae100'), { type: 'not-text', kind: 'old-workbook' }],
    ['another archive', hex('504b03040a00'), { type: 'not-text', kind: 'archive' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), { type: 'not-text', kind: 'pdf' }],
    ['a picture', hex('89504e470d0a1a0a'), { type: 'not-text', kind: 'picture' }],
    ['a photo', hex('ffd8ffe000104a464946'), { type: 'not-text', kind: 'picture' }],
    [
      'a web page',
      Buffer.from('\uFEFF <!DOCTYPE html>\n<html>'),
      { type: 'not-text', kind: 'web-page' },
    ],
    [
      'a web page that begins with a comment',
      Buffer.from('<!-- made by a form -->\n<html>'),
      { type: 'not-text', kind: 'web-page' },
    ],
    [
      'a web page that begins with its looks',
      Buffer.from('<style>td {}</style>\n'),
      { type: 'not-text', kind: 'web-page' },
    ],
    [
      'a part of a web page, in UTF-16',
      Buffer.from('\uFEFF<div>ก</div>', 'utf16le'),
      { type: 'not-text', kind: 'web-page' },
    ],
    [
      'a web page kept whole',
      Buffer.from('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n'),
      { type: 'not-text', kind: 'web-page' },
    ],
    [
      'a workbook of 2003',
      Buffer.from(
        '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      ),
      { type: 'not-text', kind: 'old-workbook' },
    ],
    [
      'an OpenDocument',
      Buffer.concat([
        hex('504b0304'),
        Buffer.from('....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      ]),
      { type: 'not-text', kind: 'open-document' },
    ],
    [
      'a Word document',
      Buffer.concat([hex('504b0304'), Buffer.from('..[Content_Types].xml..word/document.xml')]),
      { type: 'not-text', kind: 'document' },
    ],
    ['rich text', Buffer.from('{\\rtf1\\ansi'), { type: 'not-text', kind: 'rich-text' }],
    ['JSON', Buffer.from('\uFEFF[\n  {"จังหวัด": "น่าน"}]'), { type: 'not-text', kind: 'json' }],
    ['an object of JSON', Buffer.from('{"items": [1]}'), { type: 'not-text', kind: 'json' }],
    ['lists of JSON', Buffer.from('[["จังหวัด","ปัญหา"]]'), { type: 'not-text', kind: 'json' }],
    ['a compressed file', hex('1f8b0800'), { type: 'not-text', kind: 'archive' }],
    [
      'a table of a web page',
      Buffer.from('<table border=1><tr>'),
      { type: 'not-text', kind: 'web-page' },
    ],
  ];
  for (const [name, bytes, problem] of refused) {
    it(`refuses ${name}`, () => {
      expect(refusal(bytes)).to.deep.equal(problem);
      if (bytes.length < 1000) expect(refusal(bytes, 1)).to.deep.equal(problem);
    });
  }

  for (const text of [
    '<5 คน,จังหวัด',
    '[1] ตาราง,จังหวัด',
    '{ร่าง},จังหวัด',
    '"{""a"":1}",จังหวัด',
    '<b>,จังหวัด',
  ]) {
    it(`reads a table that begins with ${text}`, () =>
      expect(read(Buffer.from(text)).text).to.equal(text));
  }

  it('repairs what was misread when it is told to', () => {
    expect(read(misread(table), 1, 'utf-8-as-874').text).to.equal(table);
    expect(read(latin1(thai(table)), 1, 'windows-874-as-latin1').text).to.equal(table);
  });

  it('takes words with เธ and เน for what they are', () => {
    const text = 'title\nเน็ตช้า เธอบอกว่าเนินสูง เน็ต\n';
    expect(read(Buffer.from(text))).to.deep.equal({ encoding: 'utf-8', text });
  });

  it('reads as it is told, and refuses what that encoding cannot be', () => {
    expect(read(hex('c2a1'), 1, 'utf-8').text).to.equal('¡');
    expect(refusal(thai(table), 1, 'utf-8')).to.deep.equal({
      type: 'unknown-encoding',
      repair: null,
    });
  });
});
