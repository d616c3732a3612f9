// Two reviewers work the same queue at the same moment: each response ends with one decision, and both are told the truth.
import { expect } from 'chai';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

/** fewer where each is a write to disk of its own machine */
const responses = process.env.ENGINE === 'mongodb' ? 1000 : 300;
const atOnce = 25;

describe(`two reviewers and ${responses} responses`, function () {
  this.timeout(240_000);
  let app: TestApp;
  before(async () => {
    app = await startApp({ limits: false });
  });
  after(() => app.close());

  it('decide each once: who was first is told 201, who was not what is stored', async () => {
    const ids = await inTurns(Array.from({ length: responses }), () =>
      storeResponse(app, aResponse({ place: { province: 'TH-40' } })),
    );
    const [somchai, wanida] = [await app.as('somchai'), await app.as('wanida')];
    const decide = (who: Person, decision: string) => (id: string) =>
      who.post(`/api/surveys/2569/responses/${id}/decisions`, {
        ...{ id: newId(), decision, version: 1 },
        ...(decision === 'rejected' && { reason: 'ซ้ำ' }),
      });

    const [his, hers] = await Promise.all([
      inTurns(ids, decide(somchai, 'approved')),
      inTurns(ids, decide(wanida, 'rejected')),
    ]);

    const stored = await app.models.responses.find({}).lean();
    const byId = new Map(stored.map((one) => [one._id, one]));
    for (const [at, id] of ids.entries()) {
      const [one, other] = [his[at], hers[at]];
      const [entry, ...more] = byId.get(id)?.history ?? [];
      expect(more, id).to.deep.equal([]);
      const [first, second] = entry?.by === 'somchai' ? [one, other] : [other, one];
      expect([first?.status, second?.status], id).to.deep.equal([201, 409]);
      expect(first?.body.status, id).to.equal(entry?.decision);
      expect(told(second), id).to.deep.equal(['/problems/decision-conflict', entry?.by, 2]);
    }
    const { strip } = (await somchai.get('/api/surveys/2569/figures')).body;
    const approved = stored.filter(({ status }) => status === 'approved').length;
    expect(strip.responses).to.equal(approved);
  });
});

const told = (answer: Answer | undefined) => [
  answer?.body.type,
  answer?.body.current.history.at(-1).by,
  answer?.body.current.version,
];

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += atOnce)
    done.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))));
  return done;
}
