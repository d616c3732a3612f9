// Values that stand for a code, and how grave it is and for how many.
import { isNoAnswer } from '../../text/no-answer.ts';
import { parsePeople } from '../../text/numbers.ts';
import { removePersonalData } from '../../text/personal-data.ts';
import { remembering } from '../../text/remembering.ts';
import { asIs, type Check, report, safeOf, shown, tidyCell } from '../check.ts';
import { findRespondentType, findStrategy, parseSeverity } from '../coded-values.ts';
import { hasSubPlans } from '../named-sub-plans.ts';
import type { RespondentType } from '../response.ts';
import { findStrategyByWord, findSubPlan } from '../round-words.ts';
import type { Strategy } from '../strategies.ts';
import type { At, Read, ReadKind } from './kind.ts';
import { keepText } from './text.ts';

/** A value that is known is stored as its code, any other text as it is, with a remark. */
function readCoded<T>(
  check: Check,
  given: unknown,
  { pointer }: At,
  find: (text: string) => T | undefined,
  unknown: 'respondent-type-unknown' | 'strategy-unknown' | 'sub-plan-unknown' | null,
): Read<T> {
  const cell = tidyCell(check, given, pointer);
  const nothing = cell.text === '' || isNoAnswer(cell.text);
  const value = nothing ? undefined : find(cell.text);
  if (nothing || value !== undefined)
    return { value: value ?? null, beside: null, safe: asIs(cell) };
  const { text, safe } = keepText(check, cell, pointer);
  if (unknown) report(check, unknown, pointer, { value: shown(cell.text) });
  return { value: null, beside: text, safe };
}

const isKnown = (value: unknown): boolean => value !== undefined;
const respondentTypeOf = remembering(findRespondentType, isKnown);
const strategyOf = remembering(findStrategy, isKnown);

export const readRespondentType: ReadKind<RespondentType> = (check, given, at) =>
  readCoded(check, given, at, respondentTypeOf, 'respondent-type-unknown');

export const readStrategy: ReadKind<Strategy> = (check, given, at) => {
  const { strategies } = check.definition;
  const find = (text: string) => strategyOf(text) ?? findStrategyByWord(text, strategies);
  return readCoded(check, given, at, find, 'strategy-unknown');
};

/** While no sub-plan is named, any text may be one. */
export const readSubPlan: ReadKind<string> = (check, given, at) => {
  const { subPlans } = check.definition;
  const find = (text: string) => findSubPlan(text, subPlans)?.id;
  return readCoded(check, given, at, find, hasSubPlans(subPlans) ? 'sub-plan-unknown' : null);
};

export const readSeverity: ReadKind<number> = (check, given, { pointer }) => {
  const cell = tidyCell(check, given, pointer);
  const { severityDirection = '5-is-most' } = check.context;
  if (cell.wrong) return { value: null, safe: null };
  const { severity, error } = parseSeverity(cell.text, severityDirection);
  if (error) report(check, error, pointer, { value: shown(cell.text) });
  return { value: severity, safe: error ? safeOf(cell) : asIs(cell) };
};

/** An identity number or a phone in this column is not a count, and is not kept. */
export const readAffected: ReadKind<number> = (check, given, { pointer }) => {
  const cell = tidyCell(check, given, pointer);
  const { people, warning } = parsePeople(typeof cell.raw === 'number' ? cell.raw : cell.text);
  if (people !== null && /^\d{1,7}$/.test(cell.text)) return { value: people, safe: asIs(cell) };
  const safe = safeOf(cell);
  if (reportPersonal(check, cell.text, pointer)) return { value: null, safe };
  if (warning) report(check, warning, pointer, { value: shown(cell.text) });
  return { value: people, safe };
};

/** Whether a value that should be a number or a code is somebody's personal number. */
export function reportPersonal(check: Check, text: string, pointer: string): boolean {
  const personal = removePersonalData(text).found.filter(
    ({ code }) => code.startsWith('pii-') && code !== 'pii-possible-name',
  );
  for (const { code, count } of personal) report(check, code, pointer, { count });
  return personal.length > 0;
}
