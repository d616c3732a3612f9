// A plain response, what a test wants otherwise of it, and what the rules say.
import { districtsOf } from '../../../shared/places/districts.ts';
import type { CheckContext } from '../../../shared/survey/check.ts';
import { type Checked, checkResponse } from '../../../shared/survey/check-response.ts';
import { coreQuestions } from '../../../shared/survey/core-questions.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { newRound } from '../../../shared/survey/new-round.ts';
import type { RawIssue, RawResponse } from '../../../shared/survey/response.ts';
import { oneOfEachKind } from '../../support/extra-questions.ts';

export const definition: SurveyDefinition = {
  id: '2569',
  version: 3,
  ...newRound({ nameTh: 'แบบสำรวจ', nameEn: 'Survey' }),
  questions: [...coreQuestions, ...oneOfEachKind.map((one) => ({ ...one, required: false }))],
};
export const context: CheckContext = { today: '2026-11-23', districts: districtsOf };

export const issue: RawIssue = {
  strategy: 'society',
  subPlan: null,
  title: 'ศูนย์ดิจิทัลชุมชนเปิดไม่เป็นเวลา',
  detail: 'ไม่มีเจ้าหน้าที่ประจำ',
  severity: 4,
  affected: 120,
};
export const raw: RawResponse = {
  version: 3,
  day: '2026-11-20',
  channel: 'form',
  place: {
    province: 'TH-50',
    district: 'เมืองเชียงใหม่',
    subdistrict: 'สุเทพ',
    position: { lat: 18.79, lng: 98.98, accuracy: 12 },
  },
  respondent: { type: 'citizen' },
  issues: [issue],
  answers: {},
};

export const check = (over: object, inContext: Partial<CheckContext> = {}): Checked =>
  checkResponse(definition, { ...raw, ...over }, { ...context, ...inContext });
export const checkIssue = (over: object): Checked => check({ issues: [{ ...issue, ...over }] });
export const checkPlace = (over: object): Checked => check({ place: { ...raw.place, ...over } });
export const said = ({ violations }: Checked) =>
  violations.map(({ code, pointer }) => `${code} ${pointer}`);
