// The indicators of a project, each with its class of progress, its way from the baseline to the target, and its years.
import type { IndicatorProgress, Project, ProjectResult } from '../../../shared/api/plan.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { formatDay, formatFiscalYear, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { plus, triangleAlert } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';
import { ProgressTag } from './ProgressTag.tsx';

interface ResultsProps {
  readonly project: Project;
  /** absent: this person may not report */
  readonly onReport: ((of: ProjectResult | 'result') => void) | undefined;
}

export function ProjectResults({ project, onReport }: ResultsProps) {
  const { t } = useI18n();
  const words = t.plan;
  return (
    <section class="panel">
      <div class="row between">
        <h2>{words.results}</h2>
        {onReport && (
          <Button dense icon={plus} onClick={() => onReport('result')}>
            {words.report}
          </Button>
        )}
      </div>
      {project.progress.length === 0 && (
        <EmptyState title={words.noResults} text={words.noResultsWhy} />
      )}
      {project.progress.map((progress) => (
        <Indicator
          key={progress.indicator}
          progress={progress}
          years={project.results.filter(({ indicator }) => indicator === progress.indicator)}
          onReport={onReport}
        />
      ))}
      {project.progress.length > 0 && <p class="small muted mt4">{words.method}</p>}
    </section>
  );
}

interface IndicatorProps extends Pick<ResultsProps, 'onReport'> {
  readonly progress: IndicatorProgress;
  readonly years: readonly ProjectResult[];
}

function Indicator({ progress, years, onReport }: IndicatorProps) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const last = years.at(-1);
  if (!last) return null;
  return (
    <article class="indicator">
      <h3>
        {nameIn(last, lang)} <span class="muted">({last.unit})</span>
      </h3>
      <p class="row">
        <ProgressTag of={progress.class} />
        <span class="small muted">{words.meanings[progress.class]}</span>
      </p>
      {progress.missing.length > 0 && (
        <p>
          <Tag kind="warning" icon={triangleAlert}>
            {words.missing(progress.missing.map((year) => formatFiscalYear(year, lang)).join(', '))}
          </Tag>
        </p>
      )}
      <Way years={years} />
      <Years years={years} onReport={onReport} />
    </article>
  );
}

/** From the baseline to the last target, and how much of it the latest report has come. Nothing without all three. */
function Way({ years }: Pick<IndicatorProps, 'years'>) {
  const { t, lang } = useI18n();
  const first = years.find(({ baseline }) => baseline !== null);
  const latest = years.findLast(({ reached }) => reached !== null);
  const target = years.at(-1)?.target;
  if (first?.baseline == null || latest?.reached == null || target === undefined) return null;
  const share = (latest.reached - first.baseline) / (target - first.baseline);
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  const number = (value: number) => <b>{formatNumber(value)}</b>;
  return (
    <div class="way">
      <div class="way-track" aria-hidden="true">
        <span style={{ width }} />
      </div>
      <p class="way-ends small">
        <span>
          {t.plan.baselineIn(formatFiscalYear(first.baselineYear, lang))} {number(first.baseline)}
        </span>
        <span>
          {t.plan.reached} {formatFiscalYear(latest.year, lang)} {number(latest.reached)}
        </span>
        <span>
          {t.plan.target} {formatFiscalYear(years.at(-1)?.year ?? 0, lang)} {number(target)}
        </span>
      </p>
    </div>
  );
}

function Years({ years, onReport }: Omit<IndicatorProps, 'progress'>) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const columns: TableColumn<ProjectResult>[] = [
    {
      key: 'year',
      head: words.fiscalYear,
      cell: ({ year, note }) => (
        <>
          {formatFiscalYear(year, lang)}
          {note && <small>{note}</small>}
        </>
      ),
    },
    {
      key: 'target',
      head: words.target,
      numeric: true,
      cell: ({ target }) => formatNumber(target),
    },
    {
      key: 'reached',
      head: words.reached,
      numeric: true,
      cell: ({ reached }) =>
        reached !== null ? formatNumber(reached) : <span class="muted">{words.notReported}</span>,
    },
    {
      key: 'by',
      head: words.by,
      wideOnly: true,
      cell: ({ by, at }) => (
        <>
          {by}
          <small>{formatDay(at.slice(0, 10), lang)}</small>
        </>
      ),
    },
  ];
  if (onReport)
    columns.push({
      key: 'report',
      head: <span class="vh">{words.report}</span>,
      cell: (result) => (
        <Button
          dense
          kind="quiet"
          label={words.reportOf(nameIn(result, lang), formatFiscalYear(result.year, lang))}
          onClick={() => onReport(result)}
        >
          {words.editShort}
        </Button>
      ),
    });
  return (
    <DataTable
      caption={nameIn(years[0] ?? { nameTh: '' }, lang)}
      captionHidden
      columns={columns}
      rows={years}
      rowKey={({ year }) => String(year)}
    />
  );
}
