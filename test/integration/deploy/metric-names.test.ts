// What alerts and dashboard ask for is there: each name and each label in them is one that a running server says.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { declaredIn } from '../../support/exposed.ts';

const folder = 'server/deploy';
const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

/** Every metric in a PromQL expression, with the labels it is asked for by. */
function askedIn(expression: string): { readonly name: string; readonly labels: string[] }[] {
  return [...expression.matchAll(/\b((?:rabfang|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!=|!~|=)/g)].map(([, label = '']) => label),
    }),
  );
}

/** `expr` of alerts may go over lines: all that stands under it, further in. */
const inAlerts = () =>
  [...textOf('alerts.yaml').matchAll(/^ +expr: (?:>-\n)?((?:.*\n(?: {10,})?)+?)(?= {8}\w)/gm)].map(
    ([, expression = '']) => expression,
  );

function inDashboard(): string[] {
  const { panels } = JSON.parse(textOf('dashboard.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
}

/** what Prometheus adds to every sample */
const added = new Set(['job', 'instance']);
/** what one engine alone says */
const ofEngine = {
  embedded: /^rabfang_(commit|committed|writes|database_bytes|disk)_?/,
  mongodb: /^rabfang_mongodb_/,
};

describe('what is asked of metrics in server/deploy', () => {
  let app: TestApp;
  let visitor: Person;
  let declared: Map<string, Set<string>>;

  before(async () => {
    app = await startApp({ backupDir: '.' });
    visitor = await app.as('visitor');
    await visitor.get('/nowhere');
    declared = declaredIn((await visitor.get('/metrics')).text);
  });
  after(() => app.close());

  const isOfOther = (name: string) =>
    ofEngine[app.context.db.engine === 'embedded' ? 'mongodb' : 'embedded'].test(name);

  for (const [file, expressions] of [
    ['alerts.yaml', inAlerts()],
    ['dashboard.json', inDashboard()],
  ] as const)
    it(`${file} asks for nothing that is not said`, () => {
      const asked = expressions.flatMap(askedIn).filter(({ name }) => !isOfOther(name));
      const missing = asked.flatMap(({ name, labels }) => {
        const known = declared.get(name);
        if (!known) return [name];
        const strange = labels.filter((label) => !known.has(label) && !added.has(label));
        return strange.map((label) => `${name}{${label}}`);
      });

      expect(asked.length).to.be.greaterThan(10);
      expect(missing).to.deep.equal([]);
    });

  it('every alert has an expression that is looked at here', () => {
    const alerts = textOf('alerts.yaml').match(/- alert: /g) ?? [];
    expect(inAlerts().length).to.equal(alerts.length);
  });

  it('everything that is said stands in the table of the README, and nothing else', () => {
    const rows = [...textOf('README.md').matchAll(/^\| `((?:rabfang|process|nodejs)_\w+)/gm)];
    const written = rows.map(([, name = '']) => name).filter((name) => !isOfOther(name));
    const said = [...declared.keys()]
      .map((name) => name.replace(/_(sum|count)$/, '_bucket').replace(/_bucket$/, ''))
      .filter((name, at, all) => all.indexOf(name) === at);

    expect(written.sort()).to.deep.equal(said.sort());
  });
});
