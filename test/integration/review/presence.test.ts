import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';
import { aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

describe('PUT /api/surveys/:survey/responses/:id/presence', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('tells the second who is at it, until the first has left or is silent for too long', async () => {
    const id = await storeResponse(app, aResponse({ place: { province: 'TH-40' } }));
    const other = await storeResponse(app, aResponse({ place: { province: 'TH-40' } }));
    const at = `/api/surveys/2569/responses/${id}/presence`;
    const [somchai, wanida] = [await app.as('somchai'), await app.as('wanida')];
    const seenBy = async (who: typeof somchai, path = at) =>
      (await who.put(path, {})).body.items.map(({ username }: any) => username);

    expect(await seenBy(somchai)).to.deep.equal([]);
    expect(await seenBy(wanida)).to.deep.equal(['somchai']);
    expect(await seenBy(somchai)).to.deep.equal(['wanida']);
    const elsewhere = `/api/surveys/2569/responses/${other}/presence`;
    expect(await seenBy(wanida, elsewhere)).to.deep.equal([]);
    expect((await somchai.delete(at)).status).to.equal(204);
    expect(await seenBy(wanida)).to.deep.equal([]);

    await seenBy(somchai);
    await app.models.presences.updateOne(
      { _id: `${id}:somchai` },
      { $set: { until: new Date(Date.now() - 1) } },
    );
    expect(await seenBy(wanida)).to.deep.equal([]);
  });
});
