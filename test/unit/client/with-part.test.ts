import { expect } from 'chai';
import { withPart } from '../../../client/ui/filters/change-filters.ts';

describe('a part of a figure that is picked', () => {
  it('takes the place of what was chosen of its kind, and leaves the rest', () => {
    const filters = { severity: ['4', '5'], respondent: ['citizen'] };

    expect(withPart(filters, { severity: ['3'] })).to.deep.equal({
      severity: ['3'],
      respondent: ['citizen'],
    });
  });

  it('is taken away when it is chosen alone, and is alone when it was one of several', () => {
    expect(withPart({ severity: ['5'] }, { severity: ['5'] })).to.deep.equal({});
    expect(withPart({ severity: ['4', '5'] }, { severity: ['5'] })).to.deep.equal({
      severity: ['5'],
    });
  });

  it('of one place takes the place of another kind of place', () => {
    expect(withPart({ region: ['north'] }, { province: ['TH-50'] })).to.deep.equal({
      province: ['TH-50'],
    });
    expect(withPart({ province: ['TH-50'] }, { region: ['south'] })).to.deep.equal({
      region: ['south'],
    });
  });

  it('that is a region leaves of the provinces that are chosen those in it', () => {
    const filters = { province: ['TH-50', 'TH-57', 'TH-90'], severity: ['5'] };
    const north = { ...filters, province: ['TH-50', 'TH-57'] };

    expect(withPart(filters, { region: ['north'] })).to.deep.equal(north);
    expect(withPart(north, { region: ['north'] })).to.deep.equal({ severity: ['5'] });
    expect(withPart(north, { region: ['north'], strategy: ['society'] })).to.deep.equal({
      ...north,
      strategy: ['society'],
    });
    expect(withPart(north, { region: ['south'] })).to.deep.equal({
      region: ['south'],
      severity: ['5'],
    });
  });

  it('of several kinds is taken away whole, and only where all of it is chosen', () => {
    const cell = { region: ['north'], strategy: ['society'] };
    const month = { from: '2026-02-01', to: '2026-02-28' };

    expect(withPart({ strategy: ['society'] }, cell)).to.deep.equal(cell);
    expect(withPart({ ...cell, severity: ['5'] }, cell)).to.deep.equal({ severity: ['5'] });
    expect(withPart({ from: '2025-10-01' }, month)).to.deep.equal(month);
    expect(withPart(month, month)).to.deep.equal({});
  });
});
