// Which problems a project answers: what is said of its sub-plans where it works, before its first day and since, by month and by province.
import { useMemo } from 'preact/hooks';
import type { FiguresReplyOf, Filters } from '../../../shared/api/figures.ts';
import type { Project } from '../../../shared/api/plan.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import {
  compareBeforeSince,
  type Days,
  daysBeforeAndSince,
  type Raised,
} from '../../../shared/plan/before-since.ts';
import type { Interval } from '../../../shared/statistics/wilson.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { exactly, figuresPath } from '../../data/figures.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import {
  formatDay,
  formatNumber,
  formatPercent,
  formatPoints,
  formatSignedPoints,
} from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../ui/filters/change-filters.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { running } from '../../ui/Running.tsx';
import { MonthsOfProject, ProvincesOfProject } from './ProjectPlaces.tsx';

const asked = ['by-province', 'by-month'] as const;
export type ProblemCounts = FiguresReplyOf<(typeof asked)[number]>;

interface OfProject {
  readonly project: Project;
}

export function ProjectProblems({ project }: OfProject) {
  const { t } = useI18n();
  const words = t.plan.problems;
  const { survey } = useSurvey();
  const days = useMemo(() => daysBeforeAndSince(project, bangkokDay(new Date())), [project]);
  return (
    <section class="panel project-problems">
      <h2>{words.title}</h2>
      {survey && days && <Compared project={project} survey={survey} days={days} />}
      {days === null && <p>{words.notBegun}</p>}
    </section>
  );
}

interface ComparedProps extends OfProject {
  readonly survey: Survey;
  readonly days: { readonly before: Days; readonly since: Days };
}

function Compared({ project, survey, days }: ComparedProps) {
  const { t, lang } = useI18n();
  const words = t.plan.problems;
  const sorted = survey.subPlans.map(({ id }) => id);
  const mine = project.subPlans.filter((id) => sorted.includes(id));
  const where: Filters = project.provinces === 'all' ? {} : { province: project.provinces };
  const before = useSide(survey, { ...where, ...days.before }, mine, sorted);
  const since = useSide(survey, { ...where, ...days.since }, mine, sorted);
  if (mine.length === 0) return <p>{words.otherRound(nameIn(survey, lang))}</p>;
  const failed = before.error ?? since.error;
  const retry = () => {
    before.retry();
    since.retry();
  };
  if (failed) return <ProblemState problem={failed} onRetry={retry} />;
  if (!before.reply || !since.reply || !before.raised || !since.raised)
    return <LoadingState lines={5} />;
  const span = { from: days.before.from, to: days.since.to };
  return (
    <>
      <Difference before={before.raised} since={since.raised} days={days} />
      <MonthsOfProject before={before.reply} since={since.reply} start={project.start} />
      <ProvincesOfProject
        before={before.reply}
        since={since.reply}
        hrefOf={(province) =>
          `#/responses?${addressOfFilters({ subPlan: mine, province: [province], ...span })}`
        }
      />
      <p class="small muted">{words.of(nameIn(survey, lang))}</p>
    </>
  );
}

interface DifferenceProps extends Pick<ComparedProps, 'days'> {
  readonly before: Raised;
  readonly since: Raised;
}

function Difference({ before, since, days }: DifferenceProps) {
  const { t, lang } = useI18n();
  const words = t.plan.problems;
  const found = compareBeforeSince(before, since);
  const points = (share: number) => formatSignedPoints(share * 100, Math.min(before.of, since.of));
  const size = (share: number) =>
    formatPoints(Math.abs(share) * 100, Math.min(before.of, since.of));
  const side = ({ responses, of }: Raised, share: Interval | undefined) =>
    share
      ? words.shareOf(
          formatPercent(share.share, of),
          `${formatPercent(share.low, of)}–${formatPercent(share.high, of)}`,
          formatNumber(responses),
          formatNumber(of),
        )
      : words.tooFew(formatNumber(of));
  const finding = () => {
    if (found === null) return words.nothing;
    if (!found.differs) return words.same;
    return (found.difference > 0 ? words.more : words.less)(size(found.difference));
  };
  return (
    <>
      <p class="one-finding">
        <Phrases text={finding()} />
      </p>
      <p class="small">
        {found &&
          running(
            words.interval(points(found.difference), points(found.low), points(found.high)),
          )}{' '}
        {running(words.noCause)}
      </p>
      <dl class="dl mt2">
        <dt>{words.before(formatDay(days.before.from, lang), formatDay(days.before.to, lang))}</dt>
        <dd>{side(before, found?.before)}</dd>
        <dt>{words.since(formatDay(days.since.from, lang), formatDay(days.since.to, lang))}</dt>
        <dd>{side(since, found?.since)}</dd>
      </dl>
    </>
  );
}

/** What is raised in these days of the project's sub-plans, of what is sorted into any. */
function useSide(
  survey: Survey,
  filters: Filters,
  mine: readonly string[],
  sorted: readonly string[],
) {
  const pathOf = (subPlan: readonly string[]) =>
    mine.length === 0
      ? null
      : figuresPath(survey.id, asked, addressOfFilters({ ...filters, subPlan }));
  const raised = useQuery(pathOf(mine));
  const all = useQuery(pathOf(sorted));
  return {
    reply: raised.data && exactly(asked, raised.data),
    raised:
      raised.data && all.data
        ? { responses: raised.data.strip.responses, of: all.data.strip.responses }
        : undefined,
    error: raised.error ?? all.error,
    retry: () => {
      raised.refetch();
      all.refetch();
    },
  };
}
