import { expect } from 'chai';
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import { hiddenDistricts } from '../../../../shared/figures/not-for-outside.ts';
import { changedFigures, changedStrip } from '../../../../shared/figures/what-changed.ts';
import { aReply, byStrategy } from '../../../support/figures.ts';

const reply = (...counts: number[]): FiguresReply =>
  aReply({ responses: counts.reduce((sum, count) => sum + count, 0) }, byStrategy(...counts));

describe('what has changed between two replies', () => {
  it('is nothing where both count the same', () => {
    const [one, other] = [reply(1, 2, 3), reply(1, 2, 3)];
    expect(changedStrip(one.strip, other.strip)).to.deep.equal([]);
    expect(changedFigures(one, other)).to.deep.equal([
      { figure: 'by-strategy', rows: 0, of: 6, changes: [] },
    ]);
  });

  it('is each count that is another one, by the name of its row', () => {
    const [before, now] = [reply(1, 2, 3), reply(1, 5, 3)];
    expect(changedStrip(before.strip, now.strip)).to.deep.include({
      number: 'responses',
      before: 6,
      now: 9,
    });
    expect(changedFigures(before, now)).to.deep.equal([
      {
        figure: 'by-strategy',
        rows: 1,
        of: 6,
        changes: [
          { row: 'economy', number: 'issues', before: 2, now: 5 },
          { row: 'economy', number: 'responses', before: 2, now: 5 },
        ],
      },
    ]);
  });

  it('takes a row that one of them lacks for 0 there', () => {
    const months = (...rows: [string | null, number][]): FiguresReply =>
      aReply(
        {},
        { 'by-month': rows.map(([month, issues]) => ({ month, strategy: 'trust', issues })) },
      );
    const [figure] = changedFigures(months(['2026-01', 4]), months(['2026-02', 4], [null, 1]));
    expect(figure).to.deep.include({ rows: 3, of: 3 });
    expect(figure?.changes).to.deep.equal([
      { row: '2026-01 trust', number: 'issues', before: 4, now: 0 },
      { row: '2026-02 trust', number: 'issues', before: 0, now: 4 },
      { row: 'none trust', number: 'issues', before: 0, now: 1 },
    ]);
  });
});

describe('districts on paper', () => {
  const rows = (...responses: number[]) =>
    responses.map((count, at) => ({
      province: 'TH-50',
      district: `50${at}`,
      issues: 2 * count,
      responses: count,
    }));

  it('hide few, and with them so many that the sum does not tell', () => {
    expect([...hiddenDistricts(rows(20, 10, 8))]).to.deep.equal([]);
    const hidden = hiddenDistricts(rows(20, 10, 3));
    expect(hidden.has('502')).to.equal(true);
    expect(hidden.size).to.equal(2);
  });
});
