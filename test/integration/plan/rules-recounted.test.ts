// Random links, rules switched, revisions, withdrawals, erasures and retired sub-plans: once the rules have come to rest every issue is
// linked as they and people say, and every figure equals a recount of what is stored. RULES_SEED repeats a run.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { checkEverythingStored } from '../../../server/check/check-stored.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { expectSubPlans, linksStored, subPlanFigures } from '../../support/links-recounted.ts';

const sv = '/api/surveys/2569';
const seed = Number(process.env.RULES_SEED ?? 20261130);
const things = ['เสาสัญญาณ', 'กล้องวงจร', 'โดรนเกษตร', 'ศูนย์ดิจิทัล'];
const subPlans = ['1.1', '2.1', '3.1'];

/** as it was sent, so that it can be sent anew */
interface Sent {
  readonly id: string;
  readonly content: any;
  revision: number;
}

describe('rules beside everything else that people do', () => {
  let app: TestApp;
  let [nok, admin, malee]: Person[] = [];
  const random = randomOf(seed);
  const sent: Sent[] = [];
  const oneOf = <T>(list: readonly T[]): T => list[random(list.length)] as T;

  before(async () => {
    app = await startApp();
    [nok, admin, malee] = await Promise.all([app.as('nok'), app.as('admin'), app.as('malee')]);
  });
  after(() => app.close());

  const issues = () =>
    Array.from({ length: 1 + random(3) }, (_, at) => ({
      ...anIssue({
        title: `${oneOf(things)} ${oneOf(['เสีย', 'ไม่พอ', 'ช้า'])}`,
        strategy: oneOf(['society', 'trust', null]),
      }),
      id: String(at + 1),
    }));
  const someKeys = () =>
    Array.from({ length: 1 + random(4) }, () => `${oneOf(sent).id}#${1 + random(3)}`);
  const rules = async () => (await nok?.get(`${sv}/rules`))?.body.items as any[];

  const acts: Record<string, () => Promise<unknown>> = {
    async send() {
      const id = newId();
      const { issues: made } = { issues: issues() };
      const content = aResponse({ issues: made, place: { province: 'TH-50' } });
      const { status, text } = (await malee?.put(`${sv}/responses/${id}`, content)) ?? {};
      expect(status, text).to.equal(201);
      sent.push({ id, content, revision: 0 });
    },
    async link() {
      const subPlan = oneOf([...subPlans, 'none']);
      await nok?.post(`${sv}/links`, { issues: someKeys(), subPlan });
    },
    async unlink() {
      const body = JSON.stringify({ issues: someKeys(), subPlan: oneOf([...subPlans, 'none']) });
      const headers = { 'content-type': 'application/json' };
      await nok?.send('DELETE', `${sv}/links`, { body, headers });
    },
    async rule() {
      const filters = oneOf([{}, { strategy: ['society'] }, { province: ['TH-50'] }]);
      const words = [oneOf(things), ...(random(3) === 0 ? [oneOf(things)] : [])];
      await nok?.post(`${sv}/rules`, { words, filters, subPlan: oneOf(subPlans) });
    },
    async switch() {
      const all = await rules();
      if (all.length === 0) return;
      const { id, version, state } = oneOf(all);
      await nok?.patch(`${sv}/rules/${id}`, { version, state: state === 'on' ? 'off' : 'on' });
    },
    async revise() {
      const one = oneOf(sent);
      await admin?.post(`${sv}/responses/${one.id}/decisions`, {
        ...{ decision: 'returned', reason: 'ขอเพิ่ม' },
      });
      const next = { ...one.content, revision: one.revision + 1, issues: issues() };
      const answer = await malee?.put(`${sv}/responses/${one.id}`, next);
      if (answer?.status === 200) one.revision += 1;
    },
    withdraw: async () =>
      admin?.put(`${sv}/responses/${oneOf(sent).id}/withdrawal`, { reason: 'ทดลอง' }),
    bringBack: async () => admin?.delete(`${sv}/responses/${oneOf(sent).id}/withdrawal`),
    async erase() {
      if (random(4) === 0)
        await admin?.post(`${sv}/responses/${oneOf(sent).id}/erasure`, { reason: 'ตามคำขอ' });
    },
  };

  it(`come to rest with everything linked as it is to be (seed ${seed})`, async () => {
    for (let n = 0; n < 12; n++) await acts.send?.();
    for (let n = 0; n < 3; n++) await acts.rule?.();
    const names = Object.keys(acts);
    for (let round = 0; round < 4; round++) {
      for (let n = 0; n < 40; n++) await acts[oneOf(names)]?.();
      await atRest();
      await figuresAreRight();
    }
  }).timeout(120_000);

  /** Everything that somebody sent is looked at within some seconds. */
  async function atRest(): Promise<void> {
    let faults: string[] = [];
    for (let look = 0; look < 100; look++) {
      faults = await faultsOfLinks();
      if (faults.length === 0) return;
      await wait(200);
    }
    expect(faults).to.deep.equal([]);
  }

  /** By the definition: what a rule that is on is to link, it has; what it has, it is to link. */
  async function faultsOfLinks(): Promise<string[]> {
    const on = (await app.models.rules.find({}).lean()).filter(({ state }) => state === 'on');
    const links = new Map((await app.models.links.find({}).lean()).map((one) => [one._id, one]));
    const faults: string[] = [];
    for (const response of await app.models.responses.find({}).lean())
      for (const issue of response.issues) {
        const key = `${response._id}#${issue.id}`;
        const { links: its = [], history = [] } = links.get(key) ?? {};
        const isErased = response.erasedAt !== undefined;
        const matching = on.filter(
          ({ words, filters }) =>
            words.some((word) => issue.title.includes(word)) &&
            (!filters.strategy || filters.strategy.includes(issue.strategy ?? 'none')),
        );
        const wanted = new Set(matching.map(({ subPlan }) => subPlan));
        for (const { rule, subPlan } of its) {
          const known = on.find(({ _id }) => _id === rule);
          if (rule !== null && !(known && (isErased || matching.includes(known))))
            faults.push(`${key} is linked to ${subPlan} by a rule that does not say so`);
        }
        const isDecided = its.some(({ rule, subPlan }) => rule === null && subPlan !== null);
        if (isDecided || isErased || response.withdrawnAt || response.status === 'rejected')
          continue;
        for (const subPlan of wanted) {
          const last = history.findLast((one) => one.subPlan === subPlan);
          const isTakenBack = last?.act === 'unlinked' && last.rule === null;
          if (!isTakenBack && !its.some((one) => one.subPlan === subPlan))
            faults.push(`${key} is not linked to ${subPlan}`);
        }
      }
    return faults;
  }

  async function figuresAreRight(): Promise<void> {
    const responses = (await app.models.responses.find({}).lean()) as never;
    const known = await linksStored(app.models);
    const questions = [
      ...[{}, { subPlan: ['1.1'] }, { subPlan: ['none'] }, { linked: ['none'] }],
      ...[{ linked: ['some'], strategy: ['society'] }],
    ];
    for (const filters of questions) {
      const query = Object.entries(filters).map(([name, values]) => `${name}=${values}`);
      const { body } =
        (await nok?.get(`${sv}/figures?${query.join('&')}&figures=${subPlanFigures}`)) ?? {};
      const question = { survey: '2569', filters, scope: { kind: 'all' } } as const;
      expectSubPlans(body.figures, responses, known, question);
    }
    // as a start would count it
    const differs: string[] = [];
    await checkEverythingStored(
      app.context.db,
      () => undefined,
      (line) => differs.push(line),
    );
    expect(differs).to.deep.equal([]);
  }
});

/** numbers from 0 up to a limit, the same for the same seed */
function randomOf(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
