// What some responses add to the figures, by how much each drops without them: counted from what is stored, one after the other.
import type { WithdrawalPreview } from '../../shared/api/withdrawals.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const sharedFields = {
  ...{ status: 1, channel: 1, day: 1, withdrawnAt: 1, held: 1, leaving: 1 },
  ...{ 'place.province': 1, 'respondent.type': 1 },
  ...{ 'issues.strategy': 1, 'issues.severity': 1, 'issues.affected': 1 },
} as const;

export type Shared = Pick<
  StoredResponse,
  '_id' | 'status' | 'channel' | 'day' | 'place' | 'respondent' | 'issues'
>;

/** Those of these that are not withdrawn. */
export async function standingAmong(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<readonly Shared[]> {
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, sharedFields)
    .lean<(Shared & Pick<StoredResponse, 'withdrawnAt' | 'held' | 'leaving'>)[]>();
  return found.filter(({ withdrawnAt, held, leaving }) => !withdrawnAt && !held && !leaving);
}

/** Where these stand in their file, in the order of their rows. */
export async function rowNumbersOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<readonly Pick<StoredResponse, '_id' | 'row' | 'line'>[]> {
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, { row: 1, line: 1 })
    .lean<Pick<StoredResponse, '_id' | 'row' | 'line'>[]>();
  return found.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

type Line = WithdrawalPreview['drops']['figures'][number];

/** Adds one to a sum for each thing there is. */
export class ShareOfCount {
  readonly #approvedOnly: boolean;
  readonly #lines = new Map<string, { -readonly [K in keyof Line]: Line[K] }>();
  /** whatever was decided of them, counted or not */
  readonly all = { responses: 0, issues: 0, approved: 0 };
  responses = 0;
  issues = 0;
  pending = 0;
  unmatched = 0;

  constructor({ countApprovedOnly }: Pick<SurveyDefinition, 'countApprovedOnly'>) {
    this.#approvedOnly = countApprovedOnly;
  }

  add({ status, channel, day, place, respondent, issues }: Shared): void {
    this.all.responses++;
    this.all.issues += issues.length;
    if (status === 'approved') this.all.approved++;
    const waits = status === 'received' || status === 'endorsed';
    if (!waits && status !== 'approved') return;
    if (waits && (this.#approvedOnly || channel === 'citizen')) {
      this.pending++;
      return;
    }
    this.responses++;
    const strategies = new Set(issues.map(({ strategy }) => strategy ?? 'none'));
    const whole: readonly [Line['figure'], string][] = [
      ['by-province', place.province],
      ['by-respondent', respondent.type ?? 'none'],
      ['by-channel', channel],
    ];
    for (const [figure, of] of whole) this.#line(figure, of).responses++;
    for (const strategy of strategies) this.#line('by-strategy', strategy).responses++;
    for (const { strategy, severity } of issues) {
      this.issues++;
      if (strategy === null) this.unmatched++;
      for (const [figure, of] of whole) this.#line(figure, of).issues++;
      this.#line('by-strategy', strategy ?? 'none').issues++;
      this.#line('by-severity', String(severity ?? 'none')).issues++;
      this.#line('by-month', day?.slice(0, 7) ?? 'none').issues++;
    }
  }

  /** each line of each figure that drops */
  get figures(): Line[] {
    return [...this.#lines.values()].sort(
      (one, other) => order(one.figure, other.figure) || order(one.of, other.of),
    );
  }

  #line(figure: Line['figure'], of: string) {
    const key = `${figure} ${of}`;
    const line = this.#lines.get(key) ?? { figure, of, issues: 0, responses: 0 };
    this.#lines.set(key, line);
    return line;
  }
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
