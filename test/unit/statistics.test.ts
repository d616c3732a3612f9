// Every statistic against reference values, by the name of its method. STATISTICS_VECTORS names another file of the same shape.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { methods } from '../support/statistics-methods.ts';

interface Vector {
  readonly id: string;
  readonly method: string;
  readonly input: any;
  readonly expected: any;
  readonly tolerance: number;
  readonly absolute?: boolean;
}

const own = fileURLToPath(new URL('../fixtures/statistics/vectors.json', import.meta.url));
const { vectors }: { vectors: readonly Vector[] } = JSON.parse(
  readFileSync(process.env.STATISTICS_VECTORS || own, 'utf8'),
);
const byMethod = new Map<string, Vector[]>();
for (const one of vectors) byMethod.set(one.method, [...(byMethod.get(one.method) ?? []), one]);

/** Compares what the expectation names; numbers within its tolerance. */
function near(actual: any, expected: any, vector: Vector, at = ''): void {
  if (expected === 'Infinity') expect(actual, at).to.equal(Number.POSITIVE_INFINITY);
  else if (typeof expected === 'number') {
    expect(actual, at).to.be.a('number');
    const scale = vector.absolute ? 1 : Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected), `${at}: ${actual} ≠ ${expected}`).to.be.at.most(
      vector.tolerance * scale,
    );
  } else if (Array.isArray(expected)) {
    expect(actual, at).to.have.length(expected.length);
    for (const [i, item] of expected.entries()) near(actual[i], item, vector, `${at}[${i}]`);
  } else if (expected !== null && typeof expected === 'object') {
    expect(actual, at).to.be.an('object');
    for (const [key, value] of Object.entries(expected))
      near(actual[key], value, vector, `${at}.${key}`);
  } else expect(actual, at).to.equal(expected);
}

describe('statistics', () => {
  it('have reference values to agree with', () => expect(vectors).to.not.have.length(0));

  for (const [method, cases] of byMethod) {
    describe(method, () => {
      it('is a function of ours', () => expect(methods).to.have.property(method));
      for (const vector of cases)
        it(`agrees with ${vector.id}`, () =>
          near(methods[method]?.(vector.input), vector.expected, vector));
    });
  }
});
