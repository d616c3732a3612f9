// Rules of the house that no compiler knows.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';

const sources = ['server', 'client', 'shared', 'seed', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name)),
);
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, target]) => target ?? '');

describe('the house', () => {
  it('has no drawers: a file is named for what it does', () => {
    const drawers = sources.filter((file) =>
      /^(utils?|helpers?|common|misc|index)\./.test(basename(file)),
    );
    expect(drawers).to.deep.equal([]);
  });

  it('mounts routes in app.ts alone', () => {
    const guilty = sources.filter(
      (file) =>
        file.startsWith('server/') &&
        file !== 'server/app.ts' &&
        importsOf(file).some((target) => target.endsWith('/routes.ts')),
    );
    expect(
      guilty,
      'only app.ts imports a routes.ts: move what you need to a file of its own',
    ).to.deep.equal([]);
  });

  it('keeps app.ts a table of contents', () => {
    expect(readFileSync('server/app.ts', 'utf8').split('\n').length).to.be.at.most(65);
  });

  it('lets no feature’s page import another page', () => {
    const guilty = sources.flatMap((file) => {
      const page = /^client\/pages\/([^/]+)\//.exec(file)?.[1];
      if (!page) return [];
      return importsOf(file)
        .filter((target) => join(file, '..', target).startsWith('client/pages/'))
        .filter((target) => !join(file, '..', target).startsWith(`client/pages/${page}/`))
        .map((target) => `${file} → ${target}`);
    });
    expect(guilty, 'share it in client/ui or client/data').to.deep.equal([]);
  });

  it('keeps the server out of shared and client, and the client out of the server', () => {
    const wrong = sources.flatMap((file) => {
      const forbidden = file.startsWith('shared/')
        ? /\/(server|client|seed|test)\//
        : file.startsWith('client/')
          ? /\/(server|seed|test)\//
          : file.startsWith('server/')
            ? /\/(client|test)\//
            : /^$/;
      return importsOf(file)
        .filter((target) => forbidden.test(target))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it('leaves nothing unfinished behind', () => {
    const unfinished = sources.filter(
      (file) =>
        !file.endsWith('house.test.ts') && /\b(TODO|FIXME|XXX)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(unfinished).to.deep.equal([]);
  });
});
