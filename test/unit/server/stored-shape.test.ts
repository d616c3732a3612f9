// What is stored cannot change unnoticed: a fixture of what is stored today must be there.
import { expect } from 'chai';
import { formatFixtures, storedShapeOf } from '../../support/format-fixtures.ts';
import { declaredPaths } from '../../support/stored-shape.ts';

const whatToDo = `What the models declare differs from what the newest fixture holds.
Does a document that was stored before still mean the same to this code? If not, write a step (server/db/migrations/steps.ts).
Then keep a fixture of what is stored now (test/fixtures/formats/README.md):
  node --import=tsx test/support/make-format-fixture.ts YYYY-MM-DD-HHMM-what-changed`;

describe('What the models declare', () => {
  it('is what the newest fixture of a format holds', () => {
    const newest = formatFixtures.at(-1) ?? expect.fail('there is no fixture');
    expect(declaredPaths(), whatToDo).to.deep.equal(storedShapeOf(newest)?.declared);
  });
});
