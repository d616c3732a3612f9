import { expect } from 'chai';
import { batches as th } from '../../../client/i18n/th/batches.ts';
import { workbook } from '../../../client/i18n/th/workbook.ts';
import {
  batchTitle,
  noteSentence,
  removedSentence,
  skippedSentence,
} from '../../../client/pages/batches/batch-words.ts';
import { refusalWords } from '../../../client/pages/batches/refusal-words.ts';
import { csvEncodings } from '../../../shared/batch/encodings.ts';
import { skipCodes } from '../../../shared/batch/judge-record.ts';
import { columnName } from '../../../shared/survey/fields/names-in-files.ts';

const counts = { rows: 49, accepted: 25, same: 0, rejected: 21, skipped: 3, blank: 1 };
const done = (over: Partial<typeof counts>) =>
  batchTitle(th, { state: 'done', counts: { ...counts, ...over }, errors: {}, mended: 0 });

const all = { batches: th, workbook };

describe('sentences about a batch', () => {
  const titles: readonly (readonly [string, string, string])[] = [
    ['some to fix', done({}), 'รับไว้ 25 จาก 49 แถว ข้าม 3 แถว ต้องแก้ 21 แถว'],
    ['all good', done({ rows: 25, rejected: 0, skipped: 0 }), 'รับไว้ครบทั้ง 25 แถว'],
    [
      'all but a total row',
      done({ rows: 26, rejected: 0, skipped: 1 }),
      'รับไว้ 25 จาก 26 แถว ข้าม 1 แถว',
    ],
    [
      'some received before',
      done({ rows: 30, same: 5, rejected: 0, skipped: 0 }),
      'รับไว้ 25 จาก 30 แถว เคยรับแล้ว 5 แถว',
    ],
    [
      'the same file again',
      done({ accepted: 0, same: 25, rejected: 0 }),
      'ไฟล์นี้เคยรับแล้ว ไม่มีแถวใดนับเพิ่ม',
    ],
    [
      'the same file again, some to fix',
      done({ accepted: 0, same: 25 }),
      'แถวที่ผ่านเคยรับแล้ว ไม่มีแถวใดนับเพิ่ม ต้องแก้ 21 แถว',
    ],
    ['nothing good', done({ accepted: 0 }), 'ไม่ได้รับแถวใด ต้องแก้ 21 แถว'],
    ['nothing at all', done({ accepted: 0, rejected: 0 }), th.receipt.nothingTitle],
    [
      'loading',
      batchTitle(th, { state: 'loading', counts, errors: {}, mended: 0 }),
      th.receipt.loadingTitle(49),
    ],
    [
      'interrupted',
      batchTitle(th, { state: 'interrupted', counts, errors: {}, mended: 0 }),
      th.receipt.interruptedTitle(49),
    ],
  ];
  for (const [what, title, expected] of titles) {
    it(`open with what became of the file: ${what}`, () => expect(title).to.equal(expected));
  }

  it('say why rows were skipped and which personal data went', () => {
    expect(skippedSentence(th, { duplicate: 2, 'total-row': 1 })).to.equal(
      'ซ้ำกับแถวอื่นในไฟล์ 2 แถว · แถวรวม 1 แถว',
    );
    expect(removedSentence(th, { 'pii-phone': 5, 'pii-national-id': 2, 'short-row': 1 })).to.equal(
      'ลบเบอร์โทร 5 แถว เลขบัตร 2 แถวก่อนเก็บ',
    );
    expect(removedSentence(th, { 'short-row': 1 })).to.equal('');
  });

  it('say notes with the names people know, and unknown ones by their code', () => {
    const say = (note: { code: string; field?: string }) =>
      noteSentence(th, note, (field) => columnName(field, 'th'));
    expect(say({ code: 'column-missing', field: 'severity' })).to.contain('ระดับความรุนแรง');
    expect(say({ code: 'something-new' })).to.contain('something-new');
  });

  it('have a name for every encoding and reason to skip', () => {
    expect(Object.keys(th.encodings)).to.have.members([...csvEncodings]);
    expect(Object.keys(th.skips)).to.have.members([...skipCodes]);
  });

  it('explain a refused file, also one refused for a reason not known here', () => {
    const picture = refusalWords(all, { type: 'not-text', kind: 'picture' });
    expect(picture.what).to.equal(th.refusals['not-text'].kinds.picture);
    expect(picture.nothingStored).to.equal(true);

    const odd = refusalWords(all, { type: 'unexpected' } as never);
    expect(odd.title).to.equal(th.refusals.other.title);
    expect(odd.nothingStored).to.equal(false);
  });
});
