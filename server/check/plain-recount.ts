// Figures recounted by adding one to a sum for each thing there is, from what is stored; it shares nothing with the facts.
import type { AnyFigure, FigureName, Strip } from '../../shared/api/figures.ts';
import { countsTowards, issueKey, type LinkSet, noLinks } from '../../shared/plan/issue-links.ts';
import type { StoredResponse } from '../responses/response.model.ts';

export const recounted = [
  'by-province',
  'by-strategy',
  'by-month',
  'by-respondent',
  'by-severity',
  'by-channel',
] as const satisfies readonly FigureName[];

/** what a figure is about → how many */
type Lines = ReadonlyMap<string, number>;

const measures = ['issues', 'responses', 'affected', 'affectedKnown'] as const;

/** The figures that are recounted, a line for each number that is not 0. */
export function linesOf({
  strip,
  figures,
}: {
  readonly strip: Strip;
  readonly figures: Readonly<Partial<Record<AnyFigure, unknown>>>;
}): Lines {
  const lines = new Map<string, number>();
  for (const measure of ['issues', 'responses', 'pending', 'unmatched'] as const)
    lines.set(`strip ${measure}`, strip[measure]);
  for (const [figure, rows] of Object.entries(figures))
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      const names = Object.values(row).filter(
        (value) => typeof value === 'string' || value === null,
      );
      for (const measure of measures)
        if (typeof row[measure] === 'number')
          lines.set(
            [figure, ...names.map((name) => name ?? 'none'), measure].join(' '),
            row[measure],
          );
    }
  return lines;
}

export class PlainRecount {
  readonly #surveys = new Map<
    string,
    { all: Map<string, number>; approved: Map<string, number> }
  >();

  /** `links`: what issues are linked to, by `issueKey` */
  add(response: StoredResponse, links: ReadonlyMap<string, LinkSet>): void {
    if (response.withdrawnAt !== null || response.issues.length === 0) return;
    if (response.held || response.leaving) return;
    const sums = this.#surveys.get(response.survey) ?? { all: new Map(), approved: new Map() };
    this.#surveys.set(response.survey, sums);
    const { status, channel } = response;
    if (status === 'approved')
      for (const into of [sums.all, sums.approved]) addTo(into, response, links);
    if (status !== 'received' && status !== 'endorsed') return;
    more(sums.approved, 'strip pending');
    if (channel === 'citizen') more(sums.all, 'strip pending');
    else addTo(sums.all, response, links);
  }

  of({
    id,
    countApprovedOnly,
  }: {
    readonly id: string;
    readonly countApprovedOnly: boolean;
  }): Lines {
    const sums = this.#surveys.get(id);
    return (countApprovedOnly ? sums?.approved : sums?.all) ?? new Map();
  }
}

function more(sums: Map<string, number>, line: string, by = 1): void {
  sums.set(line, (sums.get(line) ?? 0) + by);
}

function addTo(
  sums: Map<string, number>,
  response: StoredResponse,
  links: ReadonlyMap<string, LinkSet>,
): void {
  addSubPlans(sums, response, links);
  const { issues, place, respondent, channel, day } = response;
  const strategies = new Set(issues.map(({ strategy }) => strategy ?? 'none'));
  const responseLines = [
    'strip',
    `by-province ${place.province}`,
    `by-respondent ${respondent.type ?? 'none'}`,
    `by-channel ${channel}`,
    ...[...strategies].map((strategy) => `by-strategy ${strategy}`),
  ];
  for (const line of responseLines) more(sums, `${line} responses`);
  for (const { strategy, severity, affected } of issues) {
    const about = [
      `by-province ${place.province}`,
      `by-respondent ${respondent.type ?? 'none'}`,
      `by-strategy ${strategy ?? 'none'}`,
    ];
    const counting = ['strip', `by-channel ${channel}`, `by-severity ${severity ?? 'none'}`];
    const month = `by-month ${day?.slice(0, 7) ?? 'none'} ${strategy ?? 'none'}`;
    for (const line of [...about, ...counting, month]) more(sums, `${line} issues`);
    if (strategy === null) more(sums, 'strip unmatched');
    if (affected === null) continue;
    for (const line of about) {
      more(sums, `${line} affected`, affected);
      more(sums, `${line} affectedKnown`);
    }
  }
}

function addSubPlans(
  sums: Map<string, number>,
  { _id, issues }: StoredResponse,
  links: ReadonlyMap<string, LinkSet>,
): void {
  const named = issues.map(({ id, subPlan, affected }) => {
    const set = links.get(issueKey(_id, id)) ?? noLinks;
    const towards = countsTowards(set, subPlan);
    return { affected, ids: towards.length > 0 ? towards : ['none'] };
  });
  for (const id of new Set(named.flatMap(({ ids }) => ids)))
    more(sums, `by-sub-plan ${id} responses`);
  for (const { affected, ids } of named)
    for (const id of ids) {
      more(sums, `by-sub-plan ${id} issues`);
      if (affected === null) continue;
      more(sums, `by-sub-plan ${id} affected`, affected);
      more(sums, `by-sub-plan ${id} affectedKnown`);
    }
}
