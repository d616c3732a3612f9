// Builders: complete, valid, boring defaults and what a test wants otherwise. Nothing random but the id.
import { randomUUID } from 'node:crypto';
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
