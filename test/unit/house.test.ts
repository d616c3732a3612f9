// Rules of the house that no compiler knows.
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect } from 'chai';
import { circlesIn, type Import, importsOf, sourcesIn } from '../support/imports.ts';

const sources = sourcesIn(['server', 'client', 'shared', 'seed', 'test']);
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

/** `file → file` for each import of these files that breaks a rule. */
function guilty(
  files: (file: string) => boolean,
  breaks: (target: string, file: string, one: Import) => boolean,
): string[] {
  return sources
    .filter(files)
    .flatMap((file) =>
      (imports.get(file) ?? [])
        .filter((one) => one.file !== undefined && breaks(one.file, file, one))
        .map((one) => `${file} → ${one.file}`),
    );
}

/** Where something lives: `server/batches`, or the file itself when it stands at the top. */
const roomOf = (file: string): string => {
  const [top = '', room = '', ...rest] = file.split('/');
  return rest.length > 0 ? `${top}/${room}` : file;
};

function graphOf(
  files: readonly string[],
  node: (file: string) => string,
  kinds: readonly Import['kind'][],
): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files)
    for (const one of imports.get(file) ?? []) {
      if (one.file === undefined || one.lazy || !kinds.includes(one.kind)) continue;
      if (!files.includes(one.file) || node(file) === node(one.file)) continue;
      graph.set(node(file), (graph.get(node(file)) ?? new Set()).add(node(one.file)));
    }
  return graph;
}

describe('the house', () => {
  it('has no drawers: a file is named for what it does', () => {
    const drawers = sources.filter((file) =>
      /^(utils?|helpers?|common|misc|index)\./.test(basename(file)),
    );
    expect(drawers).to.deep.equal([]);
  });

  it('has no circle of imports that load each other', () => {
    const circles = circlesIn(graphOf(sources, (file) => file, ['value']));
    expect(circles, 'give what both need a file of its own').to.deep.equal([]);
  });

  it('is a tree of folders in server/, types included', () => {
    const server = sources.filter((file) => file.startsWith('server/'));
    const circles = circlesIn(graphOf(server, roomOf, ['value', 'type']));
    expect(circles, 'let the lower feature offer what the upper one needs').to.deep.equal([]);
  });

  it('keeps http/ and db/ free of features', () => {
    const wrong = guilty(
      (file) => /^server\/(http|db)\//.test(file),
      (target, file) => target.startsWith('server/') && roomOf(target) !== roomOf(file),
    );
    expect(wrong, 'app.ts and models.ts pass in what they need').to.deep.equal([]);
  });

  it('lets only a feature itself reach its stored documents', () => {
    const wrong = guilty(
      (file) => /^(server|seed|client)\//.test(file) && file !== 'server/models.ts',
      (target, file, { kind }) =>
        target.endsWith('.model.ts') && kind === 'value' && dirname(target) !== dirname(file),
    );
    expect(wrong, 'use the feature’s scoped reader, or give it an operation').to.deep.equal([]);
  });

  it('keeps the codes and bits of the facts inside of the facts', () => {
    const inside = /^server\/facts\/(codes|columns|shelf|sums|scan|views|ids|filter|find)\.ts$/;
    const wrong = guilty(
      (file) => file.startsWith('server/') && !file.startsWith('server/facts/'),
      (target) => inside.test(target),
    );
    expect(wrong, 'facts answer in names: use Counted').to.deep.equal([]);
  });

  it('opens connections in server/db alone', () => {
    const wrong = sources.filter(
      (file) =>
        /^(server|seed)\//.test(file) &&
        !file.startsWith('server/db/') &&
        (/\bconnection\b/.test(readFileSync(file, 'utf8').replace(/\/\/.*|'[^'\n]*'/g, '')) ||
          (imports.get(file) ?? []).some(
            ({ specifier, kind }) =>
              specifier === 'mongoose' && kind === 'value' && !file.endsWith('.model.ts'),
          )),
    );
    expect(wrong, 'ask the database for the feature’s own collection').to.deep.equal([]);
  });

  it('mounts routes in app.ts alone', () => {
    const wrong = guilty(
      (file) => file.startsWith('server/') && file !== 'server/app.ts',
      (target) => target.endsWith('/routes.ts'),
    );
    expect(
      wrong,
      'only app.ts imports a routes.ts: move what you need to a file of its own',
    ).to.deep.equal([]);
  });

  it('keeps app.ts a table of contents', () => {
    expect(readFileSync('server/app.ts', 'utf8').split('\n').length).to.be.at.most(85);
  });

  it('lets no feature’s page import another page', () => {
    const pageOf = (file: string) => /^client\/pages\/([^/]+)\//.exec(file)?.[1];
    const wrong = guilty(
      (file) => pageOf(file) !== undefined,
      (target, file) => pageOf(target) !== undefined && pageOf(target) !== pageOf(file),
    );
    expect(wrong, 'share it in client/ui or client/data').to.deep.equal([]);
  });

  it('keeps the server out of shared and client, and the client out of the server', () => {
    const mayUse: Readonly<Record<string, readonly string[]>> = {
      shared: ['shared'],
      client: ['client', 'shared'],
      server: ['server', 'shared', 'seed'],
      seed: ['seed', 'shared', 'server'],
    };
    const top = (file: string) => file.split('/')[0] ?? '';
    const wrong = guilty(
      (file) => top(file) in mayUse,
      (target, file) => top(target) !== 'dist' && !mayUse[top(file)]?.includes(top(target)),
    );
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

describe('what reads the imports', () => {
  const seen = (code: string) =>
    importsOf('test/unit/house.test.ts', code).map(({ specifier, kind, lazy }) =>
      lazy ? `lazy ${specifier}` : `${kind} ${specifier}`,
    );

  for (const [code, expected] of [
    ["import { a } from './a.ts';", ['value ./a.ts']],
    ['import { a } from "./a.ts";', ['value ./a.ts']],
    ["import a, { type B } from './a.ts';", ['value ./a.ts']],
    ["import { type A } from './a.ts';", ['value ./a.ts']],
    ["import type { A } from './a.ts';", ['type ./a.ts']],
    ["import type A from './a.ts';", ['type ./a.ts']],
    ["import * as a from './a.ts';", ['value ./a.ts']],
    ["import {\n  a,\n  b,\n} from './a.ts';", ['value ./a.ts']],
    ["import './a.ts';", ['value ./a.ts']],
    ["export { a } from './a.ts';", ['value ./a.ts']],
    ["export * from './a.ts';", ['value ./a.ts']],
    ["export type { A } from './a.ts';", ['type ./a.ts']],
    ["const a = await import('./a.ts');", ['lazy ./a.ts']],
    ["const a = require('./a.cjs');", ['lazy ./a.cjs']],
    ["import { a } from './a.ts'; import { b } from './b.ts';", ['value ./a.ts', 'value ./b.ts']],
    ["// import { a } from './a.ts';", []],
    ["/* import { a } from './a.ts'; */", []],
    ["type A = typeof import('./a.ts');", ['lazy ./a.ts']],
  ] as const)
    it(`sees ${JSON.stringify(code)}`, () => {
      expect(seen(code)).to.deep.equal(expected);
    });
});
