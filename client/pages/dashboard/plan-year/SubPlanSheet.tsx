// One sub-plan on one A4 sheet: what people said, what is done about it, what has changed. Everything on it may leave the house.
import type { ComponentChildren } from 'preact';
import type { Project, SaidWords } from '../../../../shared/api/plan.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { isInPlan } from '../../../../shared/plan/budget-of-year.ts';
import { hiddenPlaces, type SubPlanYear } from '../../../../shared/plan/sub-plan-year.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatFiscalYear, formatInstant, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName } from '../../../i18n/names.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { Logo } from '../../../ui/Logo.tsx';
import { running } from '../../../ui/Running.tsx';
import '../brief/brief.css';
import { Quotes } from '../brief/Quotes.tsx';
import { outside } from '../frame/about-view.ts';
import { filtersOfYear, type PlanYear } from './plan-year.ts';
import './report.css';
import { QuarterBars, RegionBars } from './YearFigures.tsx';
import { ProjectLines, saidBudget, WordList } from './YearLists.tsx';
import { isToldOutside, yearLead, yearSupport } from './year-sentences.ts';

export interface SheetData {
  readonly survey: Survey;
  readonly plan: PlanYear;
  /** undefined: they are being read */
  readonly words: SaidWords | undefined;
  readonly projects: readonly Project[] | undefined;
}

interface SheetProps extends SheetData {
  readonly id: string;
  readonly name: string;
  /** what stands at its foot */
  readonly foot: ComponentChildren;
  /** the quoted words have come, or cannot */
  readonly onQuotes?: () => void;
}

const mostWords = 6;
const mostProjects = 4;

export function SubPlanSheet({ id, name, foot, onQuotes, ...data }: SheetProps) {
  const speech = useI18n();
  const words = speech.t.planReport;
  const { survey, plan } = data;
  const one = plan.rows.find(({ subPlan }) => subPlan === id);
  if (!one) return null;
  const projects = data.projects?.filter(({ subPlans }) => subPlans.includes(id));
  return (
    <article class="brief-sheet plan-sheet" id={`sheet-${id}`} aria-label={name}>
      <SheetHead survey={survey} plan={plan} />
      <h1>{name}</h1>
      <p class="brief-finding">
        <Phrases text={yearLead(one, plan.year, speech)} />
      </p>
      <p class="sub">{running(yearSupport(one, speech))}</p>
      <Facts one={one} year={plan.year} projects={projects} />
      {isToldOutside(one) && (
        <div class="brief-two">
          <section>
            <RegionBars one={one} isOutside />
          </section>
          <section>
            <QuarterBars one={one} year={plan.year} isOutside />
          </section>
        </div>
      )}
      <div class="brief-two">
        <section>
          <WordList words={wordsAbout(data.words, id)} most={mostWords} />
        </section>
        <section>
          <ProjectLines projects={projects} year={plan.year} most={mostProjects} />
        </section>
      </div>
      {one.responses > 0 && !isSmall(one.responses) && (
        <Quotes
          survey={survey.id}
          filters={{ ...filtersOfYear(survey, plan.year), subPlan: [id] }}
          hidden={hiddenPlaces(id, plan.now)}
          {...(onQuotes && { onReady: onQuotes })}
        />
      )}
      <section class="brief-not">
        <h2>{speech.t.brief.notSaid}</h2>
        <ul>
          <li>
            {words.sorted(
              outside(plan.now.strip.responses, speech),
              outside(plan.now.strip.of, speech),
            )}
          </li>
          <li>{speech.t.brief.notSample}</li>
          <li>{speech.t.brief.small(speech.t.dashboard.hidden)}</li>
        </ul>
      </section>
      <footer>{foot}</footer>
    </article>
  );
}

export const wordsAbout = (all: SaidWords | undefined, id: string) =>
  all && (all.items.find(({ subPlan }) => subPlan === id)?.words ?? []);

/** It says whose place it is: what one province said looks like the whole country's otherwise. */
export function SheetHead({ survey, plan }: Pick<SheetData, 'survey' | 'plan'>) {
  const { t, lang } = useI18n();
  const area = areaName(plan.now.filters, lang, t);
  return (
    <header>
      <span class="brand">
        <Logo />
        <span>{t.shell.name}</span>
      </span>
      <span>
        {t.planReport.kind(formatFiscalYear(plan.year, lang))} · {area} ·{' '}
        {t.brief.round(nameIn(survey, lang), formatInstant(plan.now.asOf, lang))}
      </span>
    </header>
  );
}

interface FactsProps {
  readonly one: SubPlanYear;
  readonly year: number;
  readonly projects: readonly Project[] | undefined;
}

function Facts({ one, year, projects }: FactsProps) {
  const speech = useI18n();
  const { lang } = speech;
  const words = speech.t.planReport;
  const { responses, issues, severity, provinces, affected, affectedKnown } = one;
  const isTold = isToldOutside(one);
  const said = (count: number) =>
    isTold || count === 0 ? formatNumber(count) : speech.t.dashboard.hidden;
  const facts = [
    [said(issues), words.issues(said(responses))],
    ...(isTold ? [[formatNumber(provinces), words.provinces]] : []),
    ...(isTold && severity.mean !== null && severity.n >= 5
      ? [[severity.mean.toFixed(1), words.severity(formatNumber(severity.n))]]
      : []),
    ...(isTold && affectedKnown >= 5
      ? [[formatNumber(affected), words.affected(formatNumber(affectedKnown))]]
      : []),
    [
      projects ? saidBudget(projects, year) : '…',
      words.budget(
        formatFiscalYear(year, lang),
        formatNumber(projects?.filter(isInPlan).length ?? 0),
      ),
    ],
  ];
  return (
    <div class="brief-facts">
      {facts.map(([number, text]) => (
        <div key={text}>
          <b>{number}</b>
          {running(text)}
        </div>
      ))}
    </div>
  );
}
