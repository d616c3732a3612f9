// The fields of one part of a response, one by one as the registry lists them, as the definition asks for them.
import { type Check, type Members, report } from './check.ts';
import { type Question, questionAt, type SurveyDefinition } from './definition.ts';
import { fieldsIn, type PartOfResponse, type PlacedField, parts } from './fields/fields.ts';
import type { RawPart, StoredPart } from './fields/parts.ts';
import { coreKinds } from './kinds/core-kinds.ts';
import type { At, Read } from './kinds/kind.ts';
import { limits } from './limits.ts';

export interface CheckedPart<P extends PartOfResponse> {
  /** whole only when there was no error */
  readonly stored: StoredPart<P>;
  readonly safe: RawPart<P>;
}

/** `given`: the part's members; `at`: its pointer in this response; `safe`: what is safe of it already. */
export function checkPart<P extends PartOfResponse>(
  check: Check,
  given: Members,
  part: P,
  at: string = part,
  safe: Record<string, unknown> = {},
): CheckedPart<P> {
  const stored: Record<string, unknown> = {};
  for (const asked of askedIn(part, check.definition)) {
    const { member, besideMember, pointer, sparse } = asked.field;
    if (sparse && given[member] === undefined && !asked.required) continue;
    const here = at === part ? pointer : `${at}/${member}`;
    const read = checkCell(check, given[member], asked, here, stored);
    if (!sparse || read.value !== null) stored[member] = read.value;
    safe[member] = read.safe;
    if (besideMember !== null) stored[besideMember] = read.beside ?? null;
  }
  // each member was read by its own kind, which the types repeat
  return { stored, safe } as unknown as CheckedPart<P>;
}

/** A field as a definition asks for it. */
interface Asked extends Omit<At, 'pointer'> {
  readonly field: PlacedField;
}

const known = new WeakMap<readonly Question[], ReadonlyMap<PartOfResponse, readonly Asked[]>>();

/** Put together once for each definition: every row of a file asks. */
function askedIn(part: PartOfResponse, definition: SurveyDefinition): readonly Asked[] {
  let asked = known.get(definition.questions);
  if (!asked) {
    asked = new Map(
      parts.map((one) => [one, fieldsIn(one).map((field) => toAsked(field, definition))]),
    );
    known.set(definition.questions, asked);
  }
  return asked.get(part) ?? [];
}

function toAsked(field: PlacedField, definition: SurveyDefinition): Asked {
  const question = questionAt(definition, field.pointer);
  const most = field.maxLength ?? limits.text;
  return {
    field,
    question,
    maxLength: Math.min(question?.maxLength ?? most, most),
    lines: field.lines === true,
    required: field.required !== undefined || question?.required === true,
  };
}

/** Of a file the same cell is read once: but for a district, which is read by its province. */
function checkCell(
  check: Check,
  given: unknown,
  asked: Asked,
  pointer: string,
  before: Members,
): Read<unknown, unknown> {
  const { known } = check.context;
  const { field } = asked;
  if (!known || typeof given !== 'string' || (field.kind === 'district' && given !== ''))
    return checkField(check, given, asked, pointer, before);
  const found = known.find(field, given, pointer);
  if (found) {
    for (const violation of found.said) check.violations.push(violation);
    return found.read;
  }
  if (!known.takes(field, given)) return checkField(check, given, asked, pointer, before);
  const own = ` ${given}`.slice(1);
  const from = check.violations.length;
  const read = checkField(check, own, asked, pointer, before);
  known.keep(field, own, { read, said: check.violations.slice(from), pointer });
  return read;
}

function checkField(
  check: Check,
  given: unknown,
  { field, question, maxLength, lines, required }: Asked,
  pointer: string,
  before: Members,
): Read<unknown, unknown> {
  const from = check.violations.length;
  const at: At = { pointer, question, maxLength, lines, required };
  const read = coreKinds[field.kind](check, given, at, before);
  if (read.value !== null || (read.beside ?? null) !== null) return read;
  if (!read.said && !hasError(check, from)) reportMissing(check, field, pointer, required);
  return read;
}

/** Whether an error was reported since `from`: a value that is wrong is not missing as well. */
export function hasError({ violations }: Check, from: number): boolean {
  for (let index = from; index < violations.length; index++)
    if (violations[index]?.level === 'error') return true;
  return false;
}

/** What a file does not have as a column at all is one note on the file, not a remark on every row. */
function reportMissing(check: Check, field: PlacedField, pointer: string, required: boolean): void {
  if (required) report(check, field.required ?? 'answer-missing', pointer);
  else if (field.missing && !check.context.absent?.has(field.pointer))
    report(check, field.missing, pointer);
}
