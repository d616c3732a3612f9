import { expect } from 'chai';
import type { Delimiter } from '../../../../shared/batch/inspection.ts';
import { LineEnds } from '../../../../shared/batch/line-ends.ts';
import { type CsvRecord, RecordReader } from '../../../../shared/batch/record-reader.ts';

function read(text: string, delimiter: Delimiter = ',', size = text.length || 1): CsvRecord[] {
  const reader = new RecordReader(delimiter);
  const ends = new LineEnds();
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) {
    records.push(...reader.push(ends.push(text.slice(at, at + size), false), false));
  }
  return [...records, ...reader.push(ends.push('', true), true)];
}

describe('reading records', () => {
  const cases: [string, string, [number, string[]][]][] = [
    [
      'LF',
      'a,b\nc,d\n',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'CR',
      'a,b\rc,d',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'all three mixed',
      'a\rb\r\nc\nd',
      [
        [1, ['a']],
        [2, ['b']],
        [3, ['c']],
        [4, ['d']],
      ],
    ],
    [
      'a blank line',
      'a\n\nb\n',
      [
        [1, ['a']],
        [2, ['']],
        [3, ['b']],
      ],
    ],
    ['no line end at the end', 'a,b', [[1, ['a', 'b']]]],
    [
      'a line break in quotes',
      '"a\r\nb",c\nd,e\n',
      [
        [1, ['a\nb', 'c']],
        [3, ['d', 'e']],
      ],
    ],
    ['doubled quotes', '"a ""b""",c\n', [[1, ['a "b"', 'c']]]],
    [
      'a quote within a cell',
      'a"b,c"\nd\n',
      [
        [1, ['a"b', 'c"']],
        [2, ['d']],
      ],
    ],
    [
      'a space before a quote',
      'a, "b"\nc\n',
      [
        [1, ['a', ' "b"']],
        [2, ['c']],
      ],
    ],
    ['a quoted cell at the very end', 'a,"b"', [[1, ['a', 'b']]]],
    ['an empty quoted cell', '"",a\n', [[1, ['', 'a']]]],
    ['nothing', '', []],
  ];
  for (const [name, text, expected] of cases) {
    it(`reads ${name}, also in pieces of one character`, () => {
      const brief = (records: CsvRecord[]) => records.map(({ line, cells }) => [line, cells]);
      expect(brief(read(text))).to.deep.equal(expected);
      expect(brief(read(text, ',', 1))).to.deep.equal(expected);
      expect(read(text).some(({ swallowed }) => swallowed)).to.equal(false);
    });
  }

  it('says where a quote was opened and how many lines it swallowed', () => {
    const text = 'h\na\n"b\nc",d,"e\nf\ng\n';
    const expected = { line: 3, swallowed: { openedAt: 4, lost: 2 } };
    expect(read(text).at(-1)).to.deep.include(expected);
    expect(read(text.slice(0, -1), ',', 1).at(-1)).to.deep.include(expected);
  });

  it('says it too when a later row closes the quote by chance', () => {
    const [first, ...rest] = read('"a,1\nb,"x",2\nc,3\n');
    expect(first).to.deep.include({ line: 1, swallowed: { openedAt: 1, lost: 1 } });
    expect(rest.map(({ cells }) => cells)).to.deep.equal([['c', '3']]);
  });

  it('counts the lines after an open quote without keeping them', () => {
    const reader = new RecordReader(',');
    const records = reader.push('a\nb,"open\n', false);
    const lines = 'x'.repeat(99);
    for (let i = 0; i < 30_000; i++) records.push(...reader.push(`${lines}\n`, false));
    records.push(...reader.push('', true));
    expect(records.map(({ line, swallowed }) => [line, swallowed])).to.deep.equal([
      [1, undefined],
      [2, { openedAt: 2, lost: 30_000 }],
    ]);
  });

  it('skips a line that is longer than any row and goes on after it', () => {
    const records = read(`a\n${'x'.repeat(3_000_000)}\nb\n`, ',', 100_000);
    expect(records.map(({ line, overlong }) => [line, overlong])).to.deep.equal([
      [1, undefined],
      [2, true],
      [3, undefined],
    ]);
  });

  it('keeps the lines right over many blocks', () => {
    const text = Array.from({ length: 20_000 }, (_, i) =>
      i % 7 ? `r${i},x` : `"r${i}\ny",x`,
    ).join('\n');
    let line = 1;
    read(text, ',', 50_001).forEach((record, i) => {
      expect(record.line).to.equal(line);
      line += i % 7 ? 1 : 2;
    });
  });
});
