// Each route answers what shared/api/replies.ts promises the client for its address, and nothing is promised that no route answers.
import { expect } from 'chai';
import { routers } from '../../../server/app.ts';
import { description } from '../../../server/description.ts';
import { inputsOf } from '../../../server/http/endpoint.ts';
import { mountedRoutes } from '../../../server/http/mounted-routes.ts';
import { paths } from '../../../shared/api/paths.ts';
import { replies } from '../../../shared/api/replies.ts';

const promised: Readonly<Record<string, Readonly<Record<string, object>>>> = replies;
/** whatever a part of the path is called */
const shapeOf = (path: string) => path.replaceAll(/:\w+/g, ':id');
const nameByPath = new Map(
  Object.entries(paths).map(([name, path]) => {
    const make = path as (...parts: string[]) => string; // each takes as many as it needs
    return [shapeOf(make(':survey', ':id', ':decision')), name];
  }),
);

describe('the replies of routes', () => {
  const routes = mountedRoutes([...routers, description(routers)]);

  for (const { method, path, handlers } of routes)
    it(`${method} ${path} answers what the client expects`, () => {
      const name = nameByPath.get(shapeOf(path)) ?? '';
      const inputs = handlers.map((handler) => inputsOf.get(handler)).find(Boolean);

      expect(name, 'the path stands in shared/api/paths.ts').not.to.equal('');
      expect(inputs?.replies).to.equal(promised[name]?.[method]);
    });

  it('promises nothing that no route answers', () => {
    const answered = routes.map(({ method, path }) => `${nameByPath.get(shapeOf(path))} ${method}`);
    const all = Object.entries(promised).flatMap(([name, methods]) =>
      Object.keys(methods).map((method) => `${name} ${method}`),
    );
    expect(all.filter((one) => !answered.includes(one))).to.deep.equal([]);
  });
});
