// A demonstration never becomes a real installation, nor the other way round.
import { expect } from 'chai';
import { type Config, readConfig } from '../../../server/config.ts';
import { ConfigError } from '../../../server/config-error.ts';
import { isDemonstration, markAsSeeded } from '../../../server/demonstration-mark.ts';
import { fill } from '../../../server/fill-survey.ts';
import { Leases } from '../../../server/leases/leases.ts';
import { addFirstAdministrator } from '../../../server/users/first-accounts.ts';
import { startApp } from '../../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

const configured = (demo: Config['demo']) => ({ ...readConfig({}), demo });

describe('a demonstration', () => {
  let open: TestDatabase;
  beforeEach(async () => {
    open = await openTestDatabase();
  });
  afterEach(() => open.drop());

  const is = (demo: Config['demo']) => isDemonstration(configured(demo), open.db);
  const problemOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error) => error,
    );
  const beReal = () =>
    addFirstAdministrator(
      { db: open.db, leases: new Leases(open.db) },
      'a good long password',
      new Date(),
    );

  it('is on for an empty database and stays on', async () => {
    expect([await is('auto'), await is('auto'), await is('on')]).to.deep.equal([true, true, true]);
  });

  it('is one or none for all who start at once, whatever each of them wanted', async () => {
    const wanted = ['on', 'off', 'auto', 'off', 'on'] as const;
    const outcomes = await Promise.allSettled(wanted.map((demo) => is(demo)));
    const truth = await is('auto');

    for (const outcome of outcomes)
      if (outcome.status === 'fulfilled') expect(outcome.value).to.equal(truth);
      else expect(outcome.reason).to.be.instanceOf(ConfigError);
  });

  it('is off where there are accounts, and off when told so', async () => {
    expect(await is('off')).to.equal(false);
    await beReal();
    expect([await is('auto'), await is('off')]).to.deep.equal([false, false]);
  });

  it('is refused where real accounts are', async () => {
    await beReal();
    const problem = await problemOf(is('on'));

    expect(problem).to.be.instanceOf(ConfigError);
    expect(problem.message).to.match(/real accounts/);
    expect(await problemOf(markAsSeeded(open.db))).to.be.instanceOf(ConfigError);
  });

  it('is never started as a real one', async () => {
    await is('on');
    const problem = await problemOf(is('off'));

    expect(problem).to.be.instanceOf(ConfigError);
    expect(problem.message)
      .to.match(/known passwords/)
      .and.to.match(/DATA_DIR/);
  });

  it('marks its accounts and its responses as what they are', async () => {
    const app = await startApp();
    const filling = { survey: '2569', responses: 20, seed: 1, until: '2026-11-20' };
    await fill(app.context, filling);
    const senders = (await app.models.responses.find({}, { by: 1 }).lean()).map(({ by }) => by);
    const accounts = await app.models.users.find({}).lean();
    await app.close();

    expect(senders).to.have.length(20);
    expect(senders.every((by) => by.startsWith('demo:'))).to.equal(true);
    expect(accounts.every(({ demo }) => demo)).to.equal(true);
  });
});
