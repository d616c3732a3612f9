// What rules have to do when more changes than is remembered: everything is looked at again, also where that was being done.
import { expect } from 'chai';
import type { Context } from '../../../server/context.ts';
import { RuleWork } from '../../../server/rules/rule-work.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

describe('the work of rules', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('looks at everything again when too much changed to be remembered while it did', async () => {
    const nok = await app.as('nok');
    const rules = '/api/surveys/2569/rules';
    await storeResponse(app, aResponse({ issues: [anIssue({ title: 'ขอศูนย์ดิจิทัลชุมชน' })] }));
    const made = await nok.post(rules, { words: ['ศูนย์ดิจิทัลชุมชน'], subPlan: '3.1' });
    await nok.patch(`${rules}/${made.body.id}`, { version: made.body.version, state: 'on' });

    const { facts, ...context } = app.context;
    let began = 0;
    const looseByRules = (ids: ReadonlySet<string>) => {
      if (began++ === 0) for (const id of ['one', 'another']) work.hear(id);
      return facts.links.looseByRules(ids);
    };
    const put = facts.links.put.bind(facts.links);
    const work: RuleWork = new RuleWork(
      {
        ...context,
        facts: { ready: true, columns: facts.columns, links: { looseByRules, put } },
        leases: { takeOrTakeOver: async () => ({ release: async () => undefined }) },
      } as unknown as Context,
      1,
    );
    await work.look();
    expect(began).to.equal(2);
  });
});
