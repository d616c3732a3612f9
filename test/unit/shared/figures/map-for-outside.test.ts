// A file of the map gives no small number away, however exact its numbers are.
import { expect } from 'chai';
import { mapForOutside } from '../../../../shared/figures/map-for-outside.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { aReply } from '../../../support/figures.ts';

/** `few`: responses of the first provinces; the others sent enough */
function countsOf(few: readonly number[], of = (responses: number) => responses) {
  const rows = provinces.map(({ code }, index) => {
    const responses = few[index] ?? 20 + index;
    return {
      province: code,
      issues: 2 * responses + 5,
      responses,
      affected: 0,
      affectedKnown: 0,
      severity: { mean: null, n: 0 },
      of: of(responses),
      reporting: true,
    };
  });
  return { ...aReply({}, { 'by-province': rows }), filters: { strategy: ['trust'] } };
}

const openRows = (few: readonly number[]) =>
  mapForOutside(countsOf(few, (n) => 3 * n)).filter(({ responses }) => responses !== null);

describe('a map for outside', () => {
  it('has the same open rows whatever the hidden ones are', () => {
    const [one, other] = [openRows([1, 4, 2, 3]), openRows([4, 1, 3, 2])];

    expect(one).to.have.length(73);
    expect(one.every(({ smoothed, residual }) => smoothed !== null && residual !== null)).to.equal(
      true,
    );
    expect(one).to.deep.equal(other);
  });

  it('keeps with a hidden row where it is, that it reports and its residents', () => {
    const [row] = mapForOutside(countsOf([2]));

    expect(row).to.include({ province: 'TH-10', reporting: true, responses: null, smoothed: null });
    expect(row?.population).to.equal(provinces[0]?.population);
  });
});
