import type { Project } from '../../../shared/api/plan.ts';
import { useOfficeName } from '../../data/offices.ts';
import { formatDay, formatFiscalYear, formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { StateOfProject } from './ProgressTag.tsx';
import { useSubPlans } from './sub-plans.ts';

/** Beside its results: what it is, where, how long, and what it costs in each year. */
export function ProjectFacts({ project }: { readonly project: Project }) {
  const { t, lang } = useI18n();
  const officeName = useOfficeName();
  const { nameOf } = useSubPlans();
  const words = t.plan;
  const { state, subPlans, office, provinces, start, end, changedBy, changedAt } = project;
  return (
    <section class="panel plan-side">
      <h2>{words.about}</h2>
      <dl class="dl">
        <dt>{words.state}</dt>
        <dd>
          <StateOfProject state={state} />
        </dd>
        <dt>{words.subPlans}</dt>
        <dd>
          {subPlans.map((id) => (
            <div key={id}>{nameOf(id)}</div>
          ))}
        </dd>
        <dt>{words.office}</dt>
        <dd>{officeName(office, lang)}</dd>
        <dt>{words.where}</dt>
        <dd>
          {provinces === 'all'
            ? words.wholeCountry
            : provinces.map((one) => placeName(one, lang)).join(', ')}
        </dd>
        <dt>{words.days}</dt>
        <dd>{words.fromTo(formatDay(start, lang), formatDay(end, lang))}</dd>
      </dl>
      <Budget budget={project.budget} />
      <p class="small muted mt4">{words.changed(changedBy, formatInstant(changedAt, lang))}</p>
    </section>
  );
}

function Budget({ budget }: Pick<Project, 'budget'>) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const years = Object.entries(budget).sort();
  if (years.length === 0) return <p class="small muted mt4">{words.noBudget}</p>;
  const total = years.reduce((sum, [, baht]) => sum + baht, 0);
  return (
    <table class="tbl plan-budget mt4">
      <caption>
        <span>{words.budget}</span>
      </caption>
      <tbody>
        {years.map(([year, baht]) => (
          <tr key={year}>
            <th scope="row">{formatFiscalYear(Number(year), lang)}</th>
            <td class="num">{words.baht(formatNumber(baht))}</td>
          </tr>
        ))}
        {years.length > 1 && (
          <tr class="sum">
            <th scope="row">{words.total}</th>
            <td class="num">{words.baht(formatNumber(total))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
