// Paths such as `place.province`. They may come from outside, so what could leave its quotes or reach a prototype is refused.
import { refuse } from './errors.ts';

const unsafe = /["'\\\x00-\x1f]/;

export function splitPath(path: string): readonly string[] {
  const steps = path.split('.');
  for (const step of steps) {
    if (step === '' || step === '__proto__' || step.startsWith('$') || unsafe.test(step)) {
      refuse(`the path ${JSON.stringify(path)}`);
    }
  }
  return steps;
}

/** The path as an SQL literal for json_type. */
export function jsonPath(steps: readonly string[]): string {
  return `'$${steps.map((step) => `."${step}"`).join('')}'`;
}

/** The SQL that reads a path: the same text in queries and indexes, so that SQLite sees they match. */
export function sqlOf(path: string): string {
  const steps = splitPath(path);
  if (steps[0] !== '_id') return `(doc ->> ${jsonPath(steps)})`;
  return steps.length === 1 ? 'id' : refuse(`paths inside _id`, path);
}

/** SQL that is true where an array stands on the way to a path, or at its end: there MongoDB would look into each element. */
export function crossesArray(path: string): string {
  const steps = splitPath(path);
  return steps
    .map((_, index) => `json_type(doc, ${jsonPath(steps.slice(0, index + 1))}) = 'array'`)
    .join(' OR ');
}

/** SQL that is true where an array stands before the end of a path; empty for a path of one step. */
export function crossesArrayBefore(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : crossesArray(path.slice(0, dot));
}
