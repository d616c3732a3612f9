import { expect } from 'chai';
import {
  addressOfRows,
  markOf,
  proposedProvinces,
  questionOf,
  shownColumns,
  withValue,
} from '../../../client/pages/batches/row-view.ts';
import type { BatchRow } from '../../../shared/api/batches.ts';

const row: BatchRow = {
  row: 2,
  line: 3,
  outcome: 'reject',
  violations: [{ code: 'unknown-province', column: 'จังหวัด' }],
  cells: { จังหวัด: 'ไทรทองใหญ่', ปัญหา: 'ไฟดับ', หมายเหตุ: '' },
  values: {
    province: null,
    day: null,
    severity: null,
    affected: null,
    respondent: null,
    strategy: null,
  },
  responseId: null,
};
const counts = { rows: 4, accepted: 2, same: 1, rejected: 1, skipped: 0, blank: 0 };

describe('rows on the screen', () => {
  it('shows the telling columns in one order, whatever the order of the file', () => {
    const shown = shownColumns({ ปัญหา: 'title', หมายเหตุ: 'ignore', จังหวัด: 'province' }, [row]);

    expect(shown.map(({ header }) => header)).to.deep.equal(['จังหวัด', 'ปัญหา']);
  });

  it('shows the cells of the file when no column was matched', () => {
    expect(shownColumns({}, [row]).map(({ header }) => header)).to.deep.equal([
      'จังหวัด',
      'ปัญหา',
      'หมายเหตุ',
    ]);
  });

  it('frames the cell that is the matter and quotes it', () => {
    expect(markOf(row, 'จังหวัด')).to.equal('bad');
    expect(markOf(row, 'ปัญหา')).to.equal(null);
    const remark = { ...row, violations: [{ code: 'formula-like', column: 'ปัญหา' }] };
    expect(markOf(remark, 'ปัญหา')).to.equal('odd');
    expect(row.violations.map((one) => withValue(one, row).value)).to.deep.equal(['ไทรทองใหญ่']);
  });

  it('proposes the provinces that may have been meant', () => {
    const violation = { code: 'ambiguous-province', column: null };

    expect(proposedProvinces({ ...violation, candidates: ['TH-26', 'TH-30'] })).to.deep.equal([
      'TH-26',
      'TH-30',
    ]);
    expect(proposedProvinces({ ...violation, hint: 'TH-20' })).to.deep.equal(['TH-20']);
    expect(proposedProvinces(violation)).to.deep.equal([]);
  });

  it('opens with the rows to fix, else with what was stored', () => {
    const asked = (query: string, over: Partial<typeof counts> = {}) =>
      questionOf(new URLSearchParams(query), { ...counts, ...over }).outcome;

    expect(asked('')).to.equal('reject');
    expect(asked('', { rejected: 0 })).to.equal('accept');
    expect(asked('', { rejected: 0, accepted: 0 })).to.equal('same');
    expect(asked('outcome=skip')).to.equal('skip');
    expect(asked('outcome=nonsense')).to.equal('reject');
  });

  it('keeps every view in the address', () => {
    const address = addressOfRows('b', { outcome: 'reject', code: 'invalid-date', after: '50' });

    expect(address).to.equal('#/batches/b?outcome=reject&code=invalid-date&after=50');
    expect(questionOf(new URLSearchParams(address.split('?')[1]), counts)).to.deep.equal({
      outcome: 'reject',
      code: 'invalid-date',
      after: '50',
    });
  });
});
