// What a batch adds to each line of each figure, from the facts: a batch of a million rows is counted as fast as one of ten.
import type { WithdrawalPreview } from '../../shared/api/withdrawals.ts';
import { respondentTypes } from '../../shared/survey/response.ts';
import { strategies } from '../../shared/survey/strategies.ts';
import type { Counted } from '../facts/counted.ts';

type FigureLine = WithdrawalPreview['drops']['figures'][number];
type Tally = Pick<FigureLine, 'issues' | 'responses'>;

/** By how much the strip and each line of each figure drop. */
export type Share = Omit<WithdrawalPreview['drops'], 'provincesReporting'>;

export function shareOf(counted: Counted): Share {
  const { issues, responses } = counted.total;
  return {
    ...{ issues, responses, pending: counted.pending, unmatched: counted.about(null).issues },
    figures: linesOf(counted),
  };
}

/** Without what goes on counting. */
export function without(share: Share, kept: Share): Share {
  const stays = new Map(kept.figures.map((line) => [`${line.figure} ${line.of}`, line]));
  const figures = share.figures.map((line) => {
    const { issues = 0, responses = 0 } = stays.get(`${line.figure} ${line.of}`) ?? {};
    return { ...line, issues: line.issues - issues, responses: line.responses - responses };
  });
  return {
    issues: share.issues - kept.issues,
    responses: share.responses - kept.responses,
    pending: share.pending - kept.pending,
    unmatched: share.unmatched - kept.unmatched,
    figures: figures.filter(isThere),
  };
}

function linesOf(counted: Counted): FigureLine[] {
  const line = (
    figure: FigureLine['figure'],
    of: string | null,
    { issues, responses }: Tally,
  ): FigureLine => ({
    ...{ figure, of: of ?? 'none', issues, responses },
  });
  const months = new Map<string, number>();
  for (const { month, issues } of counted.byMonth())
    months.set(month ?? 'none', (months.get(month ?? 'none') ?? 0) + issues);
  const lines = [
    ...counted.byChannel().map(({ channel, ...tally }) => line('by-channel', channel, tally)),
    ...[...months].map(([month, issues]) => line('by-month', month, { issues, responses: 0 })),
    ...[...counted.provinces, null].map((place) =>
      line('by-province', place, counted.inPlace(place)),
    ),
    ...[...respondentTypes, null].map((type) => line('by-respondent', type, counted.from(type))),
    ...['1', '2', '3', '4', '5', null].map((severity) =>
      line('by-severity', severity, {
        issues: counted.rated(severity === null ? null : Number(severity)),
        responses: 0,
      }),
    ),
    ...[...strategies, null].map((strategy) =>
      line('by-strategy', strategy, counted.about(strategy)),
    ),
  ];
  return lines.filter(isThere);
}

const isThere = ({ issues, responses }: Tally): boolean => issues > 0 || responses > 0;
