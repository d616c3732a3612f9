// Beside the charts of a sub-plan's year: the words it is spoken of by, and what is done about it.
import type { Project, SaidWords } from '../../../../shared/api/plan.ts';
import { budgetOfYear, isInPlan } from '../../../../shared/plan/budget-of-year.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { addressOfProject } from '../../../data/plan-addresses.ts';
import { formatFiscalYear, formatMillions, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { listed } from '../../../i18n/names.ts';
import { running } from '../../../ui/Running.tsx';

type Words = SaidWords['items'][number]['words'];

interface WordsProps {
  /** undefined: they are being read */
  readonly words: Words | undefined;
  readonly most: number;
}

export function WordList({ words: all, most }: WordsProps) {
  const { t } = useI18n();
  const words = t.planReport;
  const times = (value: number) => value.toFixed(1);
  return (
    <>
      <h2>{words.words}</h2>
      <p class="sub">{running(words.wordsSub)}</p>
      {all === undefined && <p class="sub">{words.reading}</p>}
      {all?.length === 0 && <p class="sub">{words.noWords}</p>}
      <table class="brief-lines year-words">
        <tbody>
          {all?.slice(0, most).map(({ word, responses, times: value, low, high }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>
                {words.times(times(value))}{' '}
                <small>{words.timesOf(times(low), times(high), formatNumber(responses))}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface ProjectsProps {
  /** those of the sub-plan; undefined: they are being read */
  readonly projects: readonly Project[] | undefined;
  readonly year: number;
  readonly most: number;
}

/** With its budget of the year and how far its indicators have come; a missing report is said. */
export function ProjectLines({ projects, year, most }: ProjectsProps) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  const shown = projects?.filter(isInPlan) ?? [];
  const named = formatFiscalYear(year, lang);
  return (
    <>
      <h2>{words.projects}</h2>
      <p class="sub">{running(projects ? words.projectsSub(named) : words.reading)}</p>
      {projects && shown.length === 0 && <p>{words.noProjects}</p>}
      <table class="brief-lines year-projects">
        <tbody>
          {shown.slice(0, most).map((project) => (
            <tr key={project.id}>
              <th scope="row">
                <a href={`#${addressOfProject(project.id)}`}>{nameIn(project, lang)}</a>
                <small>
                  {project.code} · {t.plan.states[project.state]} · <Progress of={project} />
                </small>
              </th>
              <td>{budgetOf(project, year)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > most && (
        <p class="sub">{words.moreProjects(formatNumber(shown.length - most))}</p>
      )}
    </>
  );
}

function Progress({ of: { progress } }: { readonly of: Project }) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  if (progress.length === 0) return <>{words.noIndicators}</>;
  const classes = [...new Set(progress.map((one) => t.plan.classes[one.class]))];
  const missing = [...new Set(progress.flatMap((one) => one.missing))].sort();
  const years = missing.map((year) => formatFiscalYear(year, lang));
  return (
    <>
      {listed(classes, lang)}
      {years.length > 0 && ` · ${t.plan.missing(years.join(', '))}`}
    </>
  );
}

/** In millions; nothing where no budget of the year was given. */
function budgetOf({ budget }: Project, year: number): string {
  const baht = budget[String(year)];
  return baht === undefined ? '–' : formatMillions(baht);
}

/** In millions, over all projects of the plan. */
export function saidBudget(projects: readonly Project[], year: number): string {
  const baht = budgetOfYear(projects, year);
  return baht === null ? '–' : formatMillions(baht);
}
