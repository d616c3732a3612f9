import { expect } from 'chai';
import { findRoute } from '../../../client/find-route.ts';
import { shell } from '../../../client/i18n/th/shell.ts';
import { routes } from '../../../client/routes.ts';

describe('routes of the client', () => {
  const found: readonly (readonly [string, string, Record<string, string>])[] = [
    ['/', '/', {}],
    ['/batches/new', '/batches/new', {}],
    ['/batches/7f3a', '/batches/:id', { id: '7f3a' }],
    ['/responses/a%2Fb', '/responses/:id', { id: 'a/b' }],
    ['/responses/50%', '/responses/:id', { id: '50%' }],
    ['/problems/not-text', '/problems/:type', { type: 'not-text' }],
  ];
  for (const [address, path, params] of found) {
    it(`${address} is ${path}`, () => {
      const match = findRoute(address);
      expect(match?.route.path).to.equal(path);
      expect(match?.params).to.deep.equal(params);
    });
  }

  for (const address of ['', '/nothing', '/batches/', '/batches/a/b', 'home']) {
    it(`“${address}” is no page`, () => expect(findRoute(address)).to.equal(null));
  }

  it('every page has a name and somebody who may open it', () => {
    for (const route of routes) {
      expect(shell.titles[route.title], route.path).to.be.a('string');
      expect(route.mayOpen, route.path).to.not.have.length(0);
    }
  });
});
