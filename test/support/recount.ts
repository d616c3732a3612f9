// Figures recounted from plain responses with plain loops, written from the definitions of the public interface and
// sharing no code with the facts. Slow on purpose: it is what every figure must equal.
import type { FigureName, FiguresOf, Filters, Strip } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { provinces } from '../../shared/places/provinces.ts';

/** What an issue is linked to, by `{response}#{issue}`. */
export type RecountedLinks = ReadonlyMap<string, IssueLinks>;
interface IssueLinks {
  readonly subPlans: readonly string[];
  readonly projects: readonly string[];
  readonly fitsNone: boolean;
}

interface Issue {
  readonly id?: string;
  /** put beside it from the links */
  readonly links?: IssueLinks | undefined;
  readonly strategy: string | null;
  readonly subPlan: string | null;
  readonly severity: number | null;
  readonly affected: number | null;
}

/** the members of a stored response that decide what it counts for */
export interface Recountable {
  readonly _id: string;
  readonly survey: string;
  readonly status: string;
  readonly channel: string;
  readonly day: string | null;
  readonly place: { readonly province: string };
  readonly respondent: { readonly type: string | null };
  readonly issues: readonly Issue[];
  readonly batch: string | null;
  readonly office: string;
  readonly receivedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly held?: boolean;
}

export interface RecountQuestion {
  readonly survey: string;
  readonly filters: Filters;
  readonly scope: Scope;
  readonly countApprovedOnly?: boolean;
}

export interface Recounted {
  readonly strip: Strip;
  readonly figures: FiguresOf<FigureName>;
  /** the responses that are counted, newest first */
  readonly ids: readonly string[];
}

interface Counted {
  readonly response: Recountable;
  /** those that pass; never empty */
  readonly issues: readonly Issue[];
}

const strategies = ['infrastructure', 'economy', 'society', 'government', 'workforce', 'trust'];

export function recount(
  responses: readonly Recountable[],
  question: RecountQuestion,
  links: RecountedLinks = new Map(),
): Recounted {
  const all = responses.map((one) => besideLinks(one, links));
  const { counted, pending } = countedOf(all, question);
  const { strategy, subPlan, severity, project, linked, ...others } = question.filters;
  const asked =
    (strategy ?? subPlan ?? severity ?? project ?? linked) === undefined
      ? counted
      : countedOf(all, { ...question, filters: others }).counted;
  const { province, region } = question.filters;
  const area = { ...(province && { province }), ...(region && { region }) };
  const round = countedOf(all, { ...question, filters: area }).counted;
  const reporting = new Set(round.map(({ response }) => response.place.province));
  return {
    strip: stripOf(counted, { pending, of: asked.length, reporting }, question),
    figures: figuresOf(counted, asked, reporting),
    ids: idsOf(counted),
  };
}

/** A response with what its issues are linked to. */
export function besideLinks(response: Recountable, links: RecountedLinks): Recountable {
  const issues = response.issues.map((issue) => ({
    ...issue,
    links: links.get(`${response._id}#${issue.id}`),
  }));
  return { ...response, issues };
}

/** The figures of sub-plans: by `province subPlan`, and by sub-plan with `all` in the place of the province. */
export function recountSubPlans(
  responses: readonly Recountable[],
  question: RecountQuestion,
  links: RecountedLinks,
) {
  const { counted } = countedOf(
    responses.map((one) => besideLinks(one, links)),
    question,
  );
  const ids = new Set(counted.flatMap(({ issues }) => issues.flatMap(subPlansOf)));
  const rows = new Map<string, ReturnType<typeof sumsOf> & { linked: number }>();
  for (const id of ids)
    for (const place of ['all', 'none', ...provinces.map(({ code }) => code)]) {
      const here = counted.filter(
        ({ response }) => place === 'all' || place === response.place.province,
      );
      const sums = sumsOf(here, (issue) => subPlansOf(issue).includes(id));
      const linked = here
        .flatMap(({ issues }) => issues)
        .filter((issue) => issue.links?.subPlans.includes(id)).length;
      if (sums.issues > 0) rows.set(`${place} ${id}`, { ...sums, linked });
    }
  return rows;
}

/** The figure of months: by `month subPlan`, with `none` for what has no day. */
export function recountSubPlanMonths(
  responses: readonly Recountable[],
  question: RecountQuestion,
  links: RecountedLinks,
) {
  const { counted } = countedOf(
    responses.map((one) => besideLinks(one, links)),
    question,
  );
  const rows = new Map<string, { issues: number; responses: number }>();
  for (const { response, issues } of counted) {
    const month = response.day?.slice(0, 7) ?? 'none';
    const all = issues.flatMap(subPlansOf);
    for (const id of new Set(all)) {
      const key = `${month} ${id}`;
      const { issues: n, responses: of } = rows.get(key) ?? { issues: 0, responses: 0 };
      rows.set(key, { issues: n + all.filter((one) => one === id).length, responses: of + 1 });
    }
  }
  return rows;
}

/** Links decide; without any, and unless somebody said that it fits none, what the response names. */
function subPlansOf({ links, subPlan }: Issue): readonly string[] {
  const those = links?.subPlans.length || links?.fitsNone ? links.subPlans : [subPlan ?? 'none'];
  return those.length === 0 ? ['none'] : those;
}

/** Only the responses that are counted, newest first: no figures are made. */
export function recountIds(all: readonly Recountable[], question: RecountQuestion) {
  return idsOf(countedOf(all, question).counted);
}

function countedOf(all: readonly Recountable[], question: RecountQuestion) {
  const candidates: Counted[] = [];
  for (const response of all) {
    if (response.survey !== question.survey || response.withdrawnAt !== null) continue;
    if (!passesPlace(response, question) || !passesResponse(response, question.filters)) continue;
    const issues = response.issues.filter((issue) => passesIssue(issue, question.filters));
    if (issues.length > 0) candidates.push({ response, issues });
  }
  const statuses = question.filters.status ?? ['received', 'endorsed', 'approved'];
  const waiting = ({ response }: Counted) =>
    (response.status === 'received' || response.status === 'endorsed') &&
    (question.countApprovedOnly === true || response.channel === 'citizen');
  const counted = candidates.filter((one) =>
    [waiting(one) ? 'pending' : one.response.status, waitsFor(one.response.status)].some((status) =>
      statuses.includes(status),
    ),
  );
  return { counted, pending: candidates.filter(waiting).length };
}

function waitsFor(status: string): string {
  if (status === 'received') return 'for-office';
  return status === 'endorsed' ? 'for-national' : '';
}

function idsOf(counted: readonly Counted[]): string[] {
  return counted
    .map(({ response }) => response)
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a._id < b._id ? 1 : -1))
    .map(({ _id }) => _id);
}

function includes(values: readonly string[] | undefined, value: string | null): boolean {
  return values === undefined || values.includes(value ?? 'none');
}

function passesPlace({ place }: Recountable, { filters, scope }: RecountQuestion): boolean {
  const region = provinces.find(({ code }) => code === place.province)?.region;
  if (scope.kind === 'province' && scope.province !== place.province) return false;
  if (scope.kind === 'region' && scope.region !== region) return false;
  return includes(filters.province, place.province) && includes(filters.region, region ?? null);
}

function passesResponse(response: Recountable, filters: Filters): boolean {
  const { day } = response;
  if (filters.from !== undefined && (day === null || day < filters.from)) return false;
  if (filters.to !== undefined && (day === null || day > filters.to)) return false;
  return (
    includes(filters.respondent, response.respondent.type) &&
    includes(filters.channel, response.channel) &&
    includes(filters.office, response.office) &&
    includes(filters.batch, response.batch)
  );
}

function passesIssue(issue: Issue, filters: Filters): boolean {
  const { strategy, severity, links } = issue;
  const projects = links?.projects ?? [];
  const isLinked = projects.length + (links?.subPlans.length ?? 0) > 0;
  return (
    includes(filters.strategy, strategy) &&
    subPlansOf(issue).some((one) => includes(filters.subPlan, one)) &&
    (projects.length === 0 ? [null] : projects).some((one) => includes(filters.project, one)) &&
    includes(filters.linked, isLinked ? 'some' : 'none') &&
    includes(filters.severity, severity === null ? null : String(severity))
  );
}

function stripOf(
  counted: readonly Counted[],
  more: { pending: number; of: number; reporting: ReadonlySet<string> },
  question: RecountQuestion,
): Strip {
  const issues = counted.flatMap((one) => one.issues);
  const reachable = provinces.filter(({ code }) =>
    passesPlace({ place: { province: code } } as Recountable, question),
  );
  return {
    issues: issues.length,
    responses: counted.length,
    of: more.of,
    provincesReporting: reachable.filter(({ code }) => more.reporting.has(code)).length,
    provincesMatching: new Set(counted.map(({ response }) => response.place.province)).size,
    provincesExpected: reachable.length,
    pending: more.pending,
    unmatched: issues.filter(({ strategy }) => strategy === null).length,
  };
}

const anyIssue: (issue: Issue) => boolean = () => true;

/** Counts what is left of each response when only some of its issues are looked at. */
function sumsOf(counted: readonly Counted[], which = anyIssue) {
  let responses = 0;
  let issues = 0;
  let affected = 0;
  let affectedKnown = 0;
  const severities: number[] = [];
  for (const one of counted) {
    const kept = one.issues.filter(which);
    if (kept.length > 0) responses += 1;
    for (const issue of kept) {
      issues += 1;
      if (issue.affected !== null) {
        affected += issue.affected;
        affectedKnown += 1;
      }
      if (issue.severity !== null) severities.push(issue.severity);
    }
  }
  const n = severities.length;
  const mean = n === 0 ? null : severities.reduce((sum, severity) => sum + severity, 0) / n;
  return { issues, responses, affected, affectedKnown, severity: { mean, n } };
}

function figuresOf(
  counted: readonly Counted[],
  asked: readonly Counted[],
  reporting: ReadonlySet<string>,
): FiguresOf<FigureName> {
  const ofPlace = new Map<string, number>();
  for (const { response } of asked) {
    const { province } = response.place;
    ofPlace.set(province, (ofPlace.get(province) ?? 0) + 1);
  }
  const typed = (type: string | null, all = counted) =>
    all.filter(({ response }) => response.respondent.type === type);
  const named = (name: string) => (name === 'none' ? null : name);
  const withNone = [...strategies, 'none'];
  return {
    summary: {
      ...sumsOf(counted),
      agency: typed('agency').length,
      citizen: typed('citizen').length,
    },
    'by-province': provinces.map(({ code }) => ({
      province: code,
      ...sumsOf(counted.filter(({ response }) => response.place.province === code)),
      of: ofPlace.get(code) ?? 0,
      reporting: reporting.has(code),
    })),
    'by-strategy': withNone.map((strategy) => ({
      strategy,
      ...sumsOf(counted, (issue) => issue.strategy === named(strategy)),
    })),
    'province-strategy': cellsOf(counted, withNone.map(named)),
    'by-month': byMonth(counted, withNone),
    'by-respondent': ['agency', 'citizen', 'none'].map((respondent) => ({
      respondent,
      ...sumsOf(typed(named(respondent))),
      of: typed(named(respondent), asked).length,
    })),
    'by-severity': ['1', '2', '3', '4', '5', 'none'].map((severity) => ({
      severity,
      issues: sumsOf(counted, (issue) => String(issue.severity ?? 'none') === severity).issues,
    })),
    'by-channel': ['form', 'csv', 'citizen', 'api'].map((channel) => {
      const { issues, responses } = sumsOf(
        counted.filter(({ response }) => response.channel === channel),
      );
      return { channel, issues, responses };
    }),
    'respondent-strategy': ['agency', 'citizen', 'none'].flatMap((respondent) =>
      withNone.map((strategy) => {
        const raises = (issue: Issue) => issue.strategy === named(strategy);
        const { issues, responses, affected } = sumsOf(typed(named(respondent)), raises);
        return { respondent, strategy, issues, responses, affected };
      }),
    ),
  };
}

function cellsOf(counted: readonly Counted[], strategies: readonly (string | null)[]) {
  const columns = strategies.map((strategy) => {
    const raises = (issue: Issue) => issue.strategy === strategy;
    return { strategy, raises, raised: counted.filter((one) => one.issues.some(raises)).length };
  });
  return provinces.flatMap(({ code }) => {
    const here = counted.filter(({ response }) => response.place.province === code);
    return columns.map(({ strategy, raises, raised }) => {
      const { issues, responses, affected } = sumsOf(here, raises);
      const residual =
        strategy === null || here.length === 0
          ? null
          : residualOf(responses, here.length, raised, counted.length);
      return {
        province: code,
        strategy: strategy ?? 'none',
        issues,
        responses,
        affected,
        residual,
      };
    });
  });
}

/** Haberman 1973, as in Agresti 2007 (2.5) */
function residualOf(observed: number, row: number, column: number, n: number): number | null {
  if (row === 0 || column === 0 || row === n || column === n) return null;
  const expected = (row * column) / n;
  return (observed - expected) / Math.sqrt(expected * (1 - row / n) * (1 - column / n));
}

function byMonth(counted: readonly Counted[], withNone: readonly string[]) {
  const months = [...new Set(counted.map(({ response }) => response.day?.slice(0, 7) ?? null))];
  months.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return months.flatMap((month) => {
    const then = counted
      .filter(({ response }) => (response.day?.slice(0, 7) ?? null) === month)
      .flatMap((one) => one.issues);
    return withNone.flatMap((strategy) => {
      const issues = then.filter((issue) => (issue.strategy ?? 'none') === strategy).length;
      return issues === 0 ? [] : [{ month, strategy, issues }];
    });
  });
}
