// What must hold of a round before it is published; the page asks the same while it is edited.
import type { faultCodes } from '../api/rounds.ts';
import { provinceByCode } from '../places/provinces.ts';
import { coreQuestions } from './core-questions.ts';
import {
  answerKeyOf,
  extraKinds,
  keyPattern,
  type Question,
  type RoundContent,
} from './definition.ts';
import { allFields } from './fields/fields.ts';
import { strategies } from './strategies.ts';

export interface Fault {
  readonly code: (typeof faultCodes)[number];
  readonly pointer: string;
  readonly value?: string;
}

/** `before`: the published content, of which no sub-plan may be missing. */
export function judgeRound(content: RoundContent, before: RoundContent | null): Fault[] {
  return [
    ...judgeDays(content),
    ...judgeCounting(content),
    ...judgeSubPlans(content, before),
    ...judgeQuestions(content.questions),
  ];
}

function judgeDays({ opensAt, closesAt }: RoundContent): Fault[] {
  const isReversed =
    opensAt !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt);
  return isReversed ? [{ code: 'days-reversed', pointer: '/closesAt' }] : [];
}

function judgeCounting(content: RoundContent): Fault[] {
  const { provincesExpected: expected } = content;
  const faults: Fault[] = [];
  if (content.countApprovedOnly && content.reviewTiers === 0)
    faults.push({ code: 'approved-without-review', pointer: '/countApprovedOnly' });
  if (expected !== 'all') {
    if (expected.length === 0)
      faults.push({ code: 'nobody-expected', pointer: '/provincesExpected' });
    const unknown = expected.find((code) => !provinceByCode(code));
    if (unknown !== undefined)
      faults.push({ code: 'province-unknown', pointer: '/provincesExpected', value: unknown });
  }
  const known = new Set(content.strategies.map(({ id }) => id));
  if (known.size !== strategies.length || content.strategies.length !== strategies.length)
    faults.push({ code: 'strategies-incomplete', pointer: '/strategies' });
  return faults;
}

function judgeSubPlans({ subPlans }: RoundContent, before: RoundContent | null): Fault[] {
  const codes = repeated(subPlans.map(({ code }) => code.replace(/\s/g, '').toLowerCase()));
  const ids = repeated(subPlans.map(({ id }) => id));
  const gone = before?.subPlans.find(({ id }) => !subPlans.some((one) => one.id === id));
  const at = (index: number) => `/subPlans/${index}`;
  return [
    ...codes.map(
      (i): Fault => ({ code: 'code-twice', pointer: at(i), value: subPlans[i]?.code ?? '' }),
    ),
    ...ids.map((i): Fault => ({ code: 'id-twice', pointer: at(i), value: subPlans[i]?.id ?? '' })),
    ...(gone ? [{ code: 'sub-plan-gone', pointer: '/subPlans', value: gone.code } as const] : []),
  ];
}

function judgeQuestions(questions: readonly Question[]): Fault[] {
  const pointers = new Set(questions.map(({ pointer }) => pointer));
  const missing = coreQuestions.find(({ pointer, required }) => required && !pointers.has(pointer));
  const twice = repeated(questions.map(({ pointer }) => pointer));
  const at = (index: number) => `/questions/${index}`;
  return [
    ...twice.map((i): Fault => ({ code: 'question-twice', pointer: at(i) })),
    ...questions.flatMap((question, i): Fault[] =>
      isUnderstood(question)
        ? []
        : [{ code: 'question-strange', pointer: at(i), value: question.pointer }],
    ),
    ...(missing
      ? [{ code: 'question-needed', pointer: '/questions', value: missing.pointer } as const]
      : []),
  ];
}

function isUnderstood({ pointer, kind, options }: Question): boolean {
  const key = answerKeyOf({ pointer });
  if (key === null)
    return allFields.some((field) => field.pointer === pointer && field.kind === kind);
  const hasChoices = kind !== 'one' && kind !== 'many' ? true : (options?.length ?? 0) > 0;
  return keyPattern.test(key) && extraKinds.some((extra) => extra === kind) && hasChoices;
}

/** Where a value stands again. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
