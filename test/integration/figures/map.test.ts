import { expect } from 'chai';
import type { StoredResponse } from '../../../server/responses/response.model.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { recount } from '../../support/recount.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';
/** responses of each province; every third is about trust */
const sent = { 'TH-10': 12, 'TH-40': 9, 'TH-50': 6, 'TH-96': 2 };

describe('the figure `map`', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    for (const [province, count] of Object.entries(sent))
      for (let i = 0; i < count; i++)
        await storeResponse(
          app,
          aResponse({
            place: { province },
            issues: [anIssue({ strategy: i % 3 === 0 ? 'trust' : 'society' }), anIssue({})],
          }),
        );
  });
  after(() => app.close());

  const rowsOf = async (query: string, person = admin) => {
    const { body } = await person.get(`${survey}/figures?figures=map${query}`);
    return body.figures.map as any[];
  };

  it('equals a recount of what is stored, with its rate of registered residents', async () => {
    const all = await app.models.responses.find({}).lean<StoredResponse[]>();
    const filters = { strategy: ['trust'] };
    const { figures } = recount(all, { survey: '2569', filters, scope: { kind: 'all' } });

    const rows = await rowsOf('&strategy=trust');

    expect(rows).to.have.length(77);
    for (const counted of figures['by-province']) {
      const { province, issues, responses, of, reporting } = counted;
      const row = rows.find((one) => one.province === province);
      const { population = 0 } = provinceByCode(province) ?? {};
      expect(row).to.include({ issues, responses, of, reporting, population });
      if (responses < 5) expect(row.rate).to.equal(null);
      if (of >= 5) expect(row.share.value).to.be.closeTo(responses / of, 1e-12);
      else expect(row.share).to.equal(null);
    }
    const [bangkok] = await rowsOf('');
    expect(bangkok.rate.value).to.be.closeTo((12 / 5_666_264) * 100_000, 1e-12);
  });

  it('has only the provinces in view, and only those in scope', async () => {
    expect((await rowsOf('&region=north')).map(({ province }) => province)).to.not.include('TH-40');
    const own = await rowsOf('', await app.as('somchai'));
    expect(own.map(({ province }) => province)).to.deep.equal(['TH-40']);
  });

  it('comes only when it is asked for', async () => {
    const { body } = await admin.get(`${survey}/figures`);
    expect(body.figures).to.not.have.property('map');
    expect(body.claims).to.not.have.property('map');
  });

  describe('GET /api/surveys/:survey/map.geojson', () => {
    it('has an outline for each province, its numbers, and none that are small', async () => {
      const answer = await admin.get(`${survey}/map.geojson`);

      expect(answer.headers.get('content-type')).to.match(/^application\/geo\+json/);
      const { features, strip, filters } = JSON.parse(answer.text);
      expect(strip).to.include({ responses: 29, provincesReporting: 4, pending: 0 });
      expect(filters).to.deep.equal({});
      expect(features).to.have.length(77);
      const of = (code: string) => features.find(({ id }: { id: string }) => id === code);
      expect(of('TH-10').properties).to.include({ nameTh: 'กรุงเทพมหานคร', responses: 12 });
      // 2 of Betong; and one more, or the sum would tell them
      const small = features.filter(
        ({ properties }: any) => properties.reporting && properties.responses === null,
      );
      expect(small.map(({ id }: { id: string }) => id))
        .to.include('TH-96')
        .and.have.length(2);
      for (const { geometry } of features) {
        expect(geometry.type).to.equal('MultiPolygon');
        for (const ring of geometry.coordinates.flat()) {
          expect(ring.length).to.be.greaterThan(3);
          expect(ring[0]).to.deep.equal(ring.at(-1));
        }
      }
    });

    it('takes the filters of figures, and refuses others', async () => {
      const { features } = JSON.parse((await admin.get(`${survey}/map.geojson?region=south`)).text);
      expect(features).to.have.length(14);
      expect((await admin.get(`${survey}/map.geojson?color=red`)).status).to.equal(400);
    });
  });
});
