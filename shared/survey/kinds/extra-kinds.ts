// The kinds of a survey's own questions: how each is read.
import type { ExtraKind } from '../definition.ts';
import { readMany, readOne, readYesNo } from './choices.ts';
import { readDate } from './day.ts';
import type { ReadKind } from './kind.ts';
import { readNumber } from './number.ts';
import { readText } from './text.ts';

export const readExtra: Readonly<Record<ExtraKind, ReadKind>> = {
  text: readText,
  number: readNumber,
  one: readOne,
  many: readMany,
  date: readDate,
  'yes-no': readYesNo,
};
