// Holds every answer of an integration test to the schema that its route declares.
import { expect } from 'chai';
import * as v from 'valibot';
import { routers } from '../../server/app.ts';
import { description } from '../../server/description.ts';
import { inputsOf } from '../../server/http/endpoint.ts';
import { isPathOf, mountedRoutes } from '../../server/http/mounted-routes.ts';
import { problemTypes } from '../../shared/api/problems.ts';

const routes = mountedRoutes([...routers, description(routers)]);

/** problem details (RFC 9457) as every failure has them */
const ProblemDetails = v.looseObject({
  type: v.picklist(Object.keys(problemTypes).map((name) => `/problems/${name}`)),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  instance: v.string(),
});

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Fails when the answer is not what the route says it answers: status, shape, and no member that the schema does not name. */
export function checkReply({ method, path }: Asked, status: number, body: unknown): void {
  const asked = `${method} ${path} ${status}`;
  if (status >= 400) {
    const problem = v.parse(ProblemDetails, body);
    expect(problem.status, asked).to.equal(status);
    return;
  }
  if (status === 304) return;
  const { pathname } = new URL(path, 'http://localhost');
  const route = routes.find((one) => one.method === method && isPathOf(one.path, pathname));
  const inputs = route?.handlers.map((handler) => inputsOf.get(handler)).find(Boolean);
  const replies = inputs?.replies;
  if (!replies) return; // a stream, or no route of ours
  expect(Object.keys(replies).map(Number), `${asked}: not a declared status`).to.include(status);
  const schema = replies[status];
  if (!schema) expect(body, asked).to.equal(undefined);
  else
    expect(v.parse(schema, body), `${asked}: members the schema does not name`).to.deep.equal(body);
}
