import { expect } from 'chai';
import type { StoredResponse } from '../../../server/responses/response.model.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';

describe('figures by district and by office', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    const districts = ['เมืองเชียงใหม่', 'แม่ริม', undefined];
    for (let i = 0; i < 18; i++)
      await storeResponse(
        app,
        aResponse({
          place:
            i % 2 === 0 ? { province: 'TH-50', district: districts[i % 3] } : { province: 'TH-40' },
          issues: [
            anIssue({
              strategy: i % 4 === 0 ? 'trust' : 'society',
              affected: i % 5 === 0 ? null : 10,
            }),
            anIssue({ strategy: 'society', affected: 1 }),
          ],
        }),
      );
  });
  after(() => app.close());

  const ask = async (query: string, person = admin) =>
    (await person.get(`${survey}/figures?${query}`)).body.figures;

  /** with plain loops over what is stored */
  async function recounted(keyOf: (one: StoredResponse) => string, strategy?: string) {
    const sums: Record<
      string,
      { issues: number; responses: number; affected: number; affectedKnown: number }
    > = {};
    for (const one of await app.models.responses.find({}).lean<StoredResponse[]>()) {
      const issues = one.issues.filter(
        (issue) => strategy === undefined || issue.strategy === strategy,
      );
      if (issues.length === 0) continue;
      const known = issues.flatMap(({ affected }) => affected ?? []);
      sums[keyOf(one)] ??= { issues: 0, responses: 0, affected: 0, affectedKnown: 0 };
      const sum = sums[keyOf(one)]!;
      sum.issues += issues.length;
      sum.responses += 1;
      sum.affected += known.reduce((all, people) => all + people, 0);
      sum.affectedKnown += known.length;
    }
    return sums;
  }
  const districtOf = ({ place }: StoredResponse) =>
    `${place.province} ${place.districtCode ?? 'none'}`;

  for (const strategy of [undefined, 'trust'])
    it(`equal a recount of what is stored: ${strategy ?? 'no filter'}`, async () => {
      const filter = strategy === undefined ? '' : `&strategy=${strategy}`;
      const figures = await ask(`figures=by-district,by-office${filter}`);

      const districts = Object.fromEntries(
        figures['by-district'].map(
          ({ province, district, nameTh: _, nameEn: __, ...sums }: any) => [
            `${province} ${district}`,
            sums,
          ],
        ),
      );
      expect(districts).to.deep.equal(await recounted(districtOf, strategy));
      const offices = Object.fromEntries(
        figures['by-office'].map(({ office, ...sums }: any) => [office, sums]),
      );
      expect(offices).to.deep.equal(await recounted(({ office }) => office, strategy));
    });

  it('name the district in both languages, and say where none is known', async () => {
    const rows = (await ask('figures=by-district&province=TH-50'))['by-district'];
    const named = rows.find(({ district }: { district: string }) => district === '5001');
    expect(named).to.include({ nameTh: 'เมืองเชียงใหม่' });
    expect(named.nameEn).to.match(/Chiang Mai/);
    expect(rows.find(({ district }: { district: string }) => district === 'none')).to.include({
      province: 'TH-50',
      nameTh: null,
    });
  });

  it('have only what is in scope', async () => {
    const { 'by-district': rows } = await ask('figures=by-district', await app.as('somchai'));
    expect(new Set(rows.map(({ province }: { province: string }) => province))).to.deep.equal(
      new Set(['TH-40']),
    );
  });
});
