// What a template says is what a file of its round is read by.
import { Workbook } from '@cj-tech-master/excelts';
import { expect } from 'chai';
import { understand } from '../../../client/pages/batches/understood-rows.ts';
import { templateColumns, templateCsv } from '../../../client/workbook/template.ts';
import { writeTemplate } from '../../../client/workbook/write-template.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { inspectCsv } from '../../../shared/batch/inspect.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { coreQuestions } from '../../../shared/survey/core-questions.ts';
import { newRound } from '../../../shared/survey/new-round.ts';
import { langs } from '../../../shared/text/names.ts';
import { openBook, sheetCsv, sheetsOf } from '../../../shared/workbook/reading/sheets.ts';
import { oneOfEachKind } from '../../support/extra-questions.ts';

const named = {
  nameTh: 'เน็ตประชารัฐ',
  nameEn: 'Village broadband',
  words: [],
  state: 'active',
} as const;
const round = {
  ...newRound({ nameTh: 'รอบ', nameEn: 'Round' }),
  questions: [...coreQuestions, ...oneOfEachKind],
  subPlans: [
    { ...named, id: 'a', strategy: 'infrastructure', code: '1.1' },
    { ...named, id: 'b', strategy: 'infrastructure', code: '1.2', state: 'retired' },
    { ...named, id: 'c', strategy: 'economy', code: '2.1', nameTh: '', nameEn: null },
  ],
} as const;
const survey = {
  ...round,
  id: '2569',
  version: 1,
  state: 'open',
  stateReason: null,
} as unknown as Survey;
const day = '2026-11-03';

for (const lang of langs)
  describe(`a template (${lang})`, () => {
    const columns = templateColumns(round, { lang, day });
    const read = (csv: string) =>
      inspectCsv(new TextEncoder().encode(csv), false, { questions: round.questions });

    it('has a column for each question, each recognised for certain', () => {
      const { inspection } = read(templateCsv(columns));
      expect(inspection.problem).to.equal(undefined);
      expect(inspection.columns.map(({ field, certainty }) => [field, certainty])).to.deep.equal(
        columns.map(({ field }) => [field, 'sure']),
      );
      expect(columns).to.have.length(round.questions.length + 1);
    });

    it('has a row that shows how, which is good in every cell', () => {
      const { inspection, rows } = read(templateCsv(columns));
      const scope = { kind: 'all' } as const;
      const rules = { scope, districts: districtsOf, severityDirection: undefined, today: day };
      const [row, ...more] = understand({ inspection, rows, survey, ...rules });
      expect(more).to.deep.equal([]);
      expect(row?.verdict.violations).to.deep.equal([]);
      expect(row?.response?.day).to.equal(day);
      expect(row?.response?.issues[0]?.subPlan).to.equal('a');
    });

    it('offers nothing that is not read as it is meant', () => {
      for (const column of columns)
        for (const choice of column.choices) {
          const cells = columns.map(({ field, example }) =>
            field === column.field ? choice : example,
          );
          const line = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(',');
          const { inspection, rows } = read(
            `${line(columns.map(({ header }) => header))}\r\n${line(cells)}\r\n`,
          );
          const scope = { kind: 'all' } as const;
          const rules = { scope, districts: districtsOf, severityDirection: undefined, today: day };
          const [row] = understand({ inspection, rows, survey, ...rules });
          const wrong = row?.verdict.violations.filter(({ code }) => code !== 'district-elsewhere');
          const ofColumn = wrong?.filter((one) => 'column' in one && one.column === column.header);
          expect(ofColumn, `${column.header}: ${choice}`).to.deep.equal([]);
        }
    });
  });

describe('a template as a workbook', () => {
  const columns = templateColumns(round, { lang: 'th', day });
  const words = { table: 'แบบบันทึก', example: 'ตัวอย่าง', lists: 'รายการ', notInList: 'ไม่มีในรายการ' };

  it('has a table to fill in, an example, and its lists out of sight', async () => {
    const book = openBook(await writeTemplate(columns, words));
    const sheets = sheetsOf(book).map(({ name, rows, isHidden }) => [name, rows, isHidden]);
    expect(sheets).to.deep.equal([
      ['แบบบันทึก', 1, false],
      ['รายการ', 77, true],
      ['ตัวอย่าง', 2, false],
    ]);
    const csv = [...sheetCsv(book, 'ตัวอย่าง', false)].join('');
    const { inspection, rows } = inspectCsv(new TextEncoder().encode(csv), false, {
      questions: round.questions,
    });
    expect(inspection.problem).to.equal(undefined);
    expect(rows).to.have.length(1);
  });

  it('offers the lists in the cells to be filled in', async () => {
    const book = new Workbook();
    await book.xlsx.load(await writeTemplate(columns, words));
    const at = columns.findIndex(({ field }) => field === 'strategy');
    const cell = book
      .getWorksheet(words.table)
      ?.getRow(20)
      .getCell(at + 1);
    const letter = cell?.address.replace(/\d/g, '');
    expect(cell?.dataValidation).to.deep.include({
      formulae: [`'รายการ'!$${letter}$1:$${letter}$6`],
    });
    expect(cell?.numFmt).to.equal('@');
  });
});
