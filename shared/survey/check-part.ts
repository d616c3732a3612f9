// The fields of one part of a response, one by one as the registry lists them, as the definition asks for them.
import { type Check, type Fields, report } from './check.ts';
import { questionAt } from './definition.ts';
import { fieldsIn, type Part, type PlacedField } from './fields/fields.ts';
import { codedKinds, type RawPart, type StoredPart } from './fields/parts.ts';
import { coreKinds } from './kinds/core-kinds.ts';
import type { At, Read } from './kinds/kind.ts';
import { limits } from './limits.ts';

export interface CheckedPart<P extends Part> {
  /** whole only when there was no error */
  readonly stored: StoredPart<P>;
  readonly safe: RawPart<P>;
}

/** `given`: the part's members; `at`: its pointer in this response. */
export function checkPart<P extends Part>(
  check: Check,
  given: Fields,
  part: P,
  at: string = part,
): CheckedPart<P> {
  const stored: Record<string, unknown> = {};
  const safe: Record<string, unknown> = {};
  for (const field of fieldsIn(part)) {
    const { member, kind } = field;
    const read = checkField(check, given[member], field, `${at}/${member}`, stored);
    stored[member] = read.value;
    safe[member] = read.safe;
    if (codedKinds.has(kind)) stored[`${member}Text`] = read.beside ?? null;
    if (kind === 'district') stored[`${member}Code`] = read.beside ?? null;
  }
  // each member was read by its own kind, which the types repeat
  return { stored, safe } as unknown as CheckedPart<P>;
}

function checkField(
  check: Check,
  given: unknown,
  field: PlacedField,
  pointer: string,
  before: Fields,
): Read<unknown, unknown> {
  const question = questionAt(check.definition, field.pointer);
  const most = field.maxLength ?? limits.text;
  const required = field.required !== undefined || question?.required === true;
  const at: At = {
    pointer,
    maxLength: Math.min(question?.maxLength ?? most, most),
    lines: field.lines === true,
    required,
    question,
  };
  const from = check.violations.length;
  const read = coreKinds[field.kind](check, given, at, before);
  if (read.value !== null || (read.beside ?? null) !== null) return read;
  if (!hasError(check, from)) reportMissing(check, field, pointer, required);
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
