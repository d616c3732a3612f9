// Builders: complete, valid, boring defaults and what a test wants otherwise. Nothing random but the id.
import { randomUUID } from 'node:crypto';
import type { NewToken, TokenVerb } from '../../shared/api/me.ts';
import type { NewPerson } from '../../shared/api/people.ts';
import type { NewResponse } from '../../shared/api/responses.ts';

export const newId = (): string => randomUUID();

export const anIssue = (over: object = {}) => ({
  strategy: 'infrastructure',
  title: 'สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตก',
  detail: 'ต้องเดินออกไปที่ถนนใหญ่จึงจะมีสัญญาณ',
  severity: 4,
  affected: 120,
  ...over,
});

export const aResponse = (over: Partial<NewResponse> = {}): NewResponse => ({
  version: 1,
  day: '2026-11-20',
  channel: 'form',
  place: { province: 'TH-50', district: 'เมืองเชียงใหม่' },
  respondent: { type: 'citizen' },
  issues: [anIssue()],
  answers: {},
  ...over,
});

/** An enumerator of the office in Chiang Mai; with another office also with its place. */
export const aPerson = ({ office = 'TH-50', ...over }: Partial<NewPerson> = {}): NewPerson => ({
  username: `p-${randomUUID().slice(0, 13)}`,
  name: 'ปิติ ใจดี',
  role: 'enumerator',
  office,
  scope: { kind: 'province', province: office },
  ...over,
});

export const aPassword = 'บ้านไม้ริมน้ำ ปลูกมะม่วง';

/** for a week */
export const aToken = (verbs: readonly TokenVerb[], over: Partial<NewToken> = {}): NewToken => ({
  name: 'ส่งทุกคืน',
  verbs: [...verbs],
  expiresAt: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString(),
  ...over,
});

/** A project of the plan, as it is sent. */
export const aProject = (over: object = {}) => ({
  code: `P-${newId().slice(0, 8)}`,
  nameTh: 'ศูนย์ดิจิทัลชุมชน',
  nameEn: 'Community digital centres',
  subPlans: ['1.1'],
  office: 'TH-40',
  provinces: ['TH-40', 'TH-41'],
  budget: { '2569': 1_500_000 },
  start: '2025-10-01',
  end: '2027-09-30',
  state: 'running',
  ...over,
});

/** What is sent of one indicator in one year. */
export const aResult = (over: object = {}) => ({
  nameTh: 'ศูนย์ที่เปิดให้บริการ',
  nameEn: 'Centres that are open',
  unit: 'แห่ง',
  baseline: 20,
  target: 80,
  reached: null,
  ...over,
});
