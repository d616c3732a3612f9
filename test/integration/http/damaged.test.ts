// A stored response that is damaged while the server runs: asked for it is said, never shown; figures leave it out and say so;
// sent again it is stored anew.
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { fileName } from '../../../server/db/embedded/open-file.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { recount } from '../../support/recount.ts';

const sv = '/api/surveys/2569';

(process.env.ENGINE === 'mongodb' ? describe.skip : describe)('a damaged response', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('is set aside and said, counts nowhere, and can be sent again', async () => {
    const malee = await app.as('malee');
    const nok = await app.as('nok');
    const [id, other] = [newId(), newId()];
    for (const one of [id, other]) await malee.put(`${sv}/responses/${one}`, aResponse());
    damage(app, id);

    const said = await nok.get(`${sv}/responses/${id}`);
    await untilSetAside(app);
    const later = await nok.get(`${sv}/responses/${id}`);
    const ready = await nok.get('/readyz');
    const figures = await nok.get(`${sv}/figures`);
    const stored = await app.models.responses.find({}).lean();
    const counted = recount(stored, { survey: '2569', filters: {}, scope: { kind: 'all' } });

    expect(said.status).to.equal(503);
    expect(said.body.type).to.equal('/problems/storage-damaged');
    expect(later.status).to.equal(404);
    expect(ready.body).to.include({ status: 'ready', setAside: 1 });
    expect(figures.body).to.have.property('setAside', 1);
    expect(figures.body.strip).to.deep.equal(counted.strip);
    expect(figures.body.strip.responses).to.equal(1);

    expect((await malee.put(`${sv}/responses/${id}`, aResponse())).status).to.equal(201);
    const again = await nok.get(`${sv}/figures`);
    expect(again.body.strip.responses).to.equal(2);
    expect(again.body).not.to.have.property('setAside');
  });
});

/** as if the disk had done it: the text is another one, its checksum is not */
function damage({ dataDir }: TestApp, id: string): void {
  const file = openSqlite(join(dataDir, fileName));
  file.exec(`UPDATE responses SET doc = replace(doc, 'TH-50', 'TH-51') WHERE id = '${id}'`);
  file.close();
}

async function untilSetAside({ context }: TestApp): Promise<void> {
  for (let n = 0; n < 100 && context.db.damage.setAside().length === 0; n++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
