// Update operators, applied to documents in their encoded form: nothing has to be decoded to be changed.
import {
  type Encoded,
  type EncodedObject,
  encodeDocument,
  encodeScalar,
  isEncodedObject,
} from './encode.ts';
import { refuse, serverError } from './errors.ts';
import { splitPath } from './paths.ts';

type Apply = (parent: EncodedObject, field: string, operand: Encoded, path: string) => void;

interface Step {
  readonly path: string;
  readonly steps: readonly string[];
  readonly apply: Apply;
  readonly operand: Encoded;
  readonly onInsertOnly: boolean;
  /** `$unset` does not create what it would then remove */
  readonly creates: boolean;
}

export type Update = readonly Step[];

const operators: Readonly<Record<string, Apply>> = {
  $set: (parent, field, operand) => {
    parent[field] = operand;
  },
  $setOnInsert: (parent, field, operand) => {
    parent[field] = operand;
  },
  $unset: (parent, field) => {
    delete parent[field];
  },
  $inc: increment,
  $push: push,
};

export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) return refuse('updates by pipeline');
  const entries = Object.entries((update ?? {}) as object);
  if (entries.length === 0) throw new TypeError('Update document requires atomic operators');
  const steps = entries.flatMap(([operator, fields]) => compileOperator(operator, fields));
  return withoutConflict(steps.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

function compileOperator(operator: string, fields: unknown): Step[] {
  const apply = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (apply === undefined)
    return refuse(
      operator.startsWith('$') ? operator : `the field ${operator} beside operators`,
      'update',
    );
  return Object.entries(fields as object).map(([path, operand]) => ({
    path,
    steps: splitPath(path),
    apply,
    operand:
      operator === '$push'
        ? encodePushed(operand, path)
        : (encodeDocument({ operand }).operand ?? null),
    onInsertOnly: operator === '$setOnInsert',
    creates: operator !== '$unset',
  }));
}

/** `{ $each: […] }` as its list, anything else as a list of one. */
function encodePushed(operand: unknown, path: string): Encoded {
  const each =
    typeof operand === 'object' && operand !== null && '$each' in operand
      ? operand
      : { $each: [operand] };
  const other = Object.keys(each).find((key) => key !== '$each');
  if (other !== undefined) refuse(other, `$push to ${path}`);
  if (!Array.isArray(each.$each))
    throw serverError(2, `The argument to $each in $push must be an array (${path})`);
  return encodeDocument({ each: each.$each }).each ?? [];
}

function withoutConflict(steps: Step[]): Update {
  const seen = new Set<string>();
  for (const { path, steps: parts } of steps) {
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    if (
      seen.has(path) ||
      prefixes.slice(0, -1).some((prefix) => steps.some((other) => other.path === prefix))
    ) {
      throw serverError(40, `Updating the path '${path}' would create a conflict at '${path}'`);
    }
    seen.add(path);
  }
  return steps;
}

/** Changes the document in place. */
export function applyUpdate(document: EncodedObject, update: Update, inserting: boolean): void {
  for (const step of update) {
    if (step.onInsertOnly && !inserting) continue;
    const parent = parentOf(document, step);
    const field = step.steps.at(-1);
    if (parent !== undefined && field !== undefined)
      step.apply(parent, field, structuredClone(step.operand), step.path);
  }
}

function parentOf(
  document: EncodedObject,
  { path, steps, creates }: Step,
): EncodedObject | undefined {
  let at = document;
  for (const step of steps.slice(0, -1)) {
    const inside = Object.hasOwn(at, step) ? at[step] : undefined;
    if (inside === undefined && !creates) return undefined;
    const next: Encoded = inside === undefined ? {} : inside;
    if (Array.isArray(next)) return refuse('updates inside arrays', path);
    if (!isEncodedObject(next)) return creates ? notViable(path, step) : undefined;
    at[step] = next;
    at = next;
  }
  return at;
}

function notViable(path: string, step: string): never {
  throw serverError(28, `Cannot create field '${path}': '${step}' is no object`);
}

function own(parent: EncodedObject, field: string): Encoded | undefined {
  return Object.hasOwn(parent, field) ? parent[field] : undefined;
}

function increment(parent: EncodedObject, field: string, operand: Encoded, path: string): void {
  const value = own(parent, field) === undefined ? 0 : own(parent, field);
  if (typeof operand !== 'number')
    throw serverError(14, `Cannot increment with non-numeric argument: {${path}}`);
  if (typeof value !== 'number')
    throw serverError(14, `Cannot apply $inc to a value of non-numeric type (${path})`);
  parent[field] = encodeScalar(value + operand, path);
}

function push(parent: EncodedObject, field: string, operand: Encoded, path: string): void {
  const value = own(parent, field) ?? (Object.hasOwn(parent, field) ? null : []);
  if (!Array.isArray(value)) throw serverError(2, `The field '${path}' must be an array`);
  parent[field] = [...value, ...(Array.isArray(operand) ? operand : [operand])];
}
