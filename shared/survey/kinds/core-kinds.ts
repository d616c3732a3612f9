// The kinds of the registry's fields: how each is read.
import type { CoreKind } from '../fields/fields.ts';
import {
  readAffected,
  readRespondentType,
  readSeverity,
  readStrategy,
  readSubPlan,
} from './coded.ts';
import { readDay } from './day.ts';
import type { ReadKind } from './kind.ts';
import { readDistrict, readPosition, readProvince } from './place.ts';
import { readText } from './text.ts';

export const coreKinds: Readonly<Record<CoreKind, ReadKind>> = {
  day: readDay,
  province: readProvince,
  district: readDistrict,
  text: readText,
  position: readPosition,
  'respondent-type': readRespondentType,
  strategy: readStrategy,
  'sub-plan': readSubPlan,
  severity: readSeverity,
  affected: readAffected,
};
