// Random histories of a few responses: what happened to each, in which order it is heard, and questions in between.

import type { Countable } from '../../../server/facts/countable.ts';
import type { FactsQuestion } from '../../../server/facts/filter.ts';
import type { Filters } from '../../../shared/api/figures.ts';
import { statuses } from '../../../shared/api/responses.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { channels, respondentTypes } from '../../../shared/survey/response.ts';
import { strategies } from '../../../shared/survey/strategies.ts';

/** mulberry32 (Tommy Ettinger, public domain): 0 ≤ x < 1, the same for the same seed */
export function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const surveys = ['2569', '2570'];
// the first, the last, neighbours in a region, and two others
const places = ['TH-10', 'TH-96', 'TH-50', 'TH-51', 'TH-40', 'TH-77'];
const offices = ['national', 'northeast', 'TH-40', 'TH-50'];
const batches = [
  'b0000000-0000-4000-8000-000000000001',
  'b0000000-0000-4000-8000-000000000002',
  'b0000000-0000-4000-8000-000000000003',
];
export const subPlans = ['1.1', '1.2', '3.1'];
const days = ['1900-01-01', '2023-12-31', '2024-02-29', '2025-10-01', '2026-11-20', '2079-06-05'];

export class Chance {
  readonly random: () => number;
  constructor(seed: number) {
    this.random = randomBy(seed);
  }
  below(n: number): number {
    return Math.floor(this.random() * n);
  }
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
  is(probability: number): boolean {
    return this.random() < probability;
  }
  maybe<T>(values: readonly T[]): T | null {
    return this.is(0.25) ? null : this.of(values);
  }
  some<T>(values: readonly T[]): T[] {
    return values.filter(() => this.is(0.4));
  }
}

export function aCountable(chance: Chance, over: Partial<Countable> = {}): Countable {
  const province = chance.of(places);
  const district = `${province.slice(3)}${String(1 + chance.below(50)).padStart(2, '0')}`;
  const at = new Date(Date.UTC(2026, 10, 1 + chance.below(5)));
  return {
    _id: anId(chance),
    survey: chance.of(surveys),
    version: 1,
    status: chance.is(0.6) ? 'received' : chance.of(statuses),
    channel: chance.of(channels),
    day: chance.maybe(days),
    place: {
      province,
      districtCode: chance.maybe([district]),
    },
    respondent: { type: chance.maybe(respondentTypes) },
    issues: Array.from({ length: 1 + chance.below(chance.is(0.1) ? 20 : 4) }, (_, index) =>
      anIssue(chance, String(index + 1)),
    ),
    batch: chance.maybe(batches),
    office: chance.of(offices),
    receivedAt: at,
    changedAt: at,
    withdrawnAt: chance.is(0.1) ? at : null,
    ...over,
  };
}

function anId(chance: Chance): string {
  const word = () =>
    Math.floor(chance.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const digits = word() + word() + word() + word();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function anIssue(chance: Chance, id: string): Countable['issues'][number] {
  return {
    id,
    strategy: chance.maybe(strategies),
    subPlan: chance.maybe(subPlans),
    severity: chance.maybe([1, 2, 3, 4, 5]),
    affected: chance.maybe([0, 1, 120, 70_000_000]),
  };
}

export function aQuestion(chance: Chance): FactsQuestion {
  const lists = {
    province: [...places, 'none'],
    region: ['north', 'northeast', 'central'],
    strategy: [...strategies, 'none'],
    subPlan: [...subPlans, 'none', '9.9'],
    respondent: ['agency', 'citizen', 'none'],
    channel: channels,
    severity: ['1', '2', '3', '4', '5', 'none'],
    status: [...statuses, 'pending', 'for-office', 'for-national'],
    office: offices,
    batch: [...batches, 'none', 'b0000000-0000-4000-8000-00000000000f'],
  };
  const chosen = Object.entries(lists)
    .filter(() => chance.is(0.15))
    .map(([name, values]) => [name, chance.some<string>(values)]);
  const [from, to] = [chance.of(days), chance.of(days)].sort();
  const filters: Filters = {
    ...Object.fromEntries(chosen),
    ...(chance.is(0.2) && { from }),
    ...(chance.is(0.2) && { to }),
  };
  return { survey: chance.of(surveys), filters, scope: aScope(chance) };
}

function aScope(chance: Chance): Scope {
  if (chance.is(0.7)) return { kind: 'all' };
  return chance.is(0.5)
    ? { kind: 'province', province: chance.of(places) }
    : { kind: 'region', region: chance.of(['north', 'central']) };
}
