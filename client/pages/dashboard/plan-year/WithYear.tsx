// What the page of a sub-plan has of its year: the sentence it opens with, the section before its figures, and the sheet that is printed.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { Project } from '../../../../shared/api/plan.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatFiscalYear } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { printer } from '../../../ui/icons.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { type PlanYear, useFiscalYears, usePlanYear, useWordsOfYear } from './plan-year.ts';
import { reportAddress } from './report-address.ts';
import { SheetFoot } from './SheetFoot.tsx';
import { type SheetData, SubPlanSheet, wordsAbout } from './SubPlanSheet.tsx';
import { QuarterBars, RegionBars } from './YearFigures.tsx';
import { ProjectLines, WordList } from './YearLists.tsx';
import { yearLead, yearSupport } from './year-sentences.ts';

interface OfYear {
  readonly headline: { readonly line: string; readonly support: string } | null;
  readonly ways: ComponentChildren;
  readonly above: ComponentChildren;
  /** undefined: there is none, and the page itself is printed */
  readonly sheet: ComponentChildren;
}

interface WithYearProps {
  readonly survey: Survey | null;
  readonly id: string;
  readonly name: string;
  /** filters of the page beside the sub-plan */
  readonly others: Filters;
  readonly children: (of: OfYear) => ComponentChildren;
}

const mostProjects = 200;

export function WithYear({ survey, id, name, others, children }: WithYearProps) {
  const speech = useI18n();
  const years = useFiscalYears(survey);
  const narrowed = useMemo(() => {
    const { from: _from, to: _to, ...rest } = others;
    return rest;
  }, [others]);
  const plan = usePlanYear(survey, years.usual, narrowed);
  const words = useWordsOfYear(survey, years.usual);
  const projects = useQuery(withQuery(paths.projects(), { subPlan: id, limit: mostProjects }));
  const error = plan.error ?? years.error;
  const data: SheetData | null =
    survey && plan.data ? { survey, plan: plan.data, words, projects: projects.data?.items } : null;
  // the sheet is of the whole sub-plan: its words and projects are not narrowed
  const isWhole = Object.keys(narrowed).length === 0;
  const onSheet = isWhole && data?.plan.rows.some(({ subPlan }) => subPlan === id) ? data : null;
  const isEmpty = years.isKnown && years.usual === null;
  return (
    <>
      {children({
        headline: data ? headlineOf(id, data.plan, speech) : isEmpty ? undefinedLine(speech) : null,
        ways: onSheet && (
          <ButtonLink dense icon={printer} href={`#${reportAddress({ subPlan: id })}`}>
            {speech.t.planReport.sheet}
          </ButtonLink>
        ),
        above: data ? (
          <YearSection id={id} data={data} projects={projects.data?.items} />
        ) : error ? (
          <ProblemState problem={error} onRetry={plan.retry} />
        ) : isEmpty ? null : (
          <LoadingState lines={6} />
        ),
        sheet: onSheet ? (
          <SubPlanSheet
            {...onSheet}
            id={id}
            name={name}
            foot={<SheetFoot cited={null} page={1} pages={1} />}
          />
        ) : undefined,
      })}
    </>
  );
}

const undefinedLine = ({ t }: Speech) => ({
  line: t.planReport.noYear,
  support: t.planReport.noYearWhy,
});

function headlineOf(id: string, { rows, year }: PlanYear, speech: Speech) {
  const one = rows.find(({ subPlan }) => subPlan === id);
  if (!one) return { line: speech.t.planReport.retired, support: '' };
  return { line: yearLead(one, year, speech), support: yearSupport(one, speech) };
}

interface SectionProps {
  readonly id: string;
  readonly data: SheetData;
  readonly projects: readonly Project[] | undefined;
}

function YearSection({ id, data, projects }: SectionProps) {
  const { t, lang } = useI18n();
  const { plan, words } = data;
  const one = plan.rows.find(({ subPlan }) => subPlan === id);
  if (!one) return null;
  return (
    <section
      class="fig plan-year"
      aria-label={t.planReport.year(formatFiscalYear(plan.year, lang))}
    >
      <div class="plan-year-grid">
        {one.responses > 0 && (
          <>
            <div>
              <RegionBars one={one} isOutside={false} />
            </div>
            <div>
              <QuarterBars one={one} year={plan.year} isOutside={false} />
            </div>
          </>
        )}
        <div>
          <WordList words={wordsAbout(words, id)} most={8} />
        </div>
        <div>
          <ProjectLines projects={projects} year={plan.year} most={mostProjects} />
        </div>
      </div>
    </section>
  );
}
