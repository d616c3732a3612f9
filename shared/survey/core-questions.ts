// The questions that every survey has unless its definition says otherwise, made from the registry.
import { inMembers } from '../text/names.ts';
import type { Question } from './definition.ts';
import { allFields, type PlacedField } from './fields/fields.ts';
import { fieldWords } from './fields/words.ts';

export const coreQuestions: readonly Question[] = allFields
  .filter(({ filesOnly, onRequest }) => !filesOnly && !onRequest)
  .map(toQuestion);

function toQuestion(field: PlacedField): Question {
  const { pointer, kind, name, expected, maxLength, lines } = field;
  const { name: short, label = short, hint } = fieldWords[name];
  return {
    pointer,
    kind,
    ...inMembers('label', label),
    ...(hint && inMembers('hint', hint)),
    required: field.required !== undefined,
    ...(expected && { expected }),
    ...(maxLength !== undefined && { maxLength }),
    ...(lines && { lines }),
  };
}

const known = new Map(allFields.map((field) => [field.pointer, toQuestion(field)]));

/** A question as an earlier version of the product stored it, with what it could not say yet. */
export function completed(question: Question): Question {
  return { ...known.get(question.pointer), ...question };
}
