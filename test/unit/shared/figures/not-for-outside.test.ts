// What leaves the house gives no small number away, whatever else is published beside it.
import { expect } from 'chai';
import { hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import { provinces } from '../../../../shared/places/provinces.ts';

/** `few`: responses of the first provinces; the others sent enough. Five issues and more each, so those alone hide nothing. */
function rowsOf(few: readonly number[], of: (responses: number) => number) {
  return provinces.map(({ code }, index) => {
    const responses = few[index] ?? 20 + index;
    return { province: code, issues: 2 * responses + 5, responses, of: of(responses) };
  });
}

describe('hidden provinces', () => {
  it('are so many that neither issues nor responses nor what those are of are told by their sums', () => {
    const rows = rowsOf([1, 2], (responses) => responses + 6);
    const hidden = rows.filter(({ province }) => hiddenOnMap(rows).has(province));

    for (const what of ['issues', 'responses', 'of'] as const) {
      const sum = hidden.reduce((all, row) => all + row[what], 0);
      expect(sum, what).to.be.at.least(5);
    }
  });

  it('are so many that the sum does not tell of few that raise something else', () => {
    // of 21 and 22 responses all but one raise it
    const rows = rowsOf([20, 21], (responses) => responses + (responses < 22 ? 1 : 50));
    const hidden = rows.filter(({ province }) => hiddenOnMap(rows).has(province));

    expect(hidden.reduce((sum, { of, responses }) => sum + of - responses, 0)).to.be.at.least(5);
  });
});
