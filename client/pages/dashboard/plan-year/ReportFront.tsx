// What stands before the sheets of a report: its cover, which says what it rests on and how to cite it, and its contents.
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { isInPlan } from '../../../../shared/plan/budget-of-year.ts';
import type { SubPlanYear } from '../../../../shared/plan/sub-plan-year.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import {
  formatFiscalYear,
  formatInstant,
  formatNumber,
  formatPercent,
} from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { outside } from '../frame/about-view.ts';
import { type CitedReport, SheetFoot } from './SheetFoot.tsx';
import { type SheetData, SheetHead } from './SubPlanSheet.tsx';
import { saidBudget } from './YearLists.tsx';
import { isToldOutside } from './year-sentences.ts';

/** lines of contents that fit on a sheet */
export const rowsPerSheet = 34;

interface FrontProps {
  readonly data: SheetData;
  readonly cited: CitedReport | null;
  readonly pages: number;
}

export function CoverSheet({ data, cited, pages }: FrontProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.planReport;
  const { survey, plan, projects } = data;
  const year = formatFiscalYear(plan.year, lang);
  const { responses, of, provincesReporting, provincesExpected } = plan.now.strip;
  const clear = plan.rows.filter(({ change }) => change?.differs);
  const more = clear.filter(({ change }) => (change?.difference ?? 0) > 0).length;
  return (
    <article class="brief-sheet report-cover" aria-label={words.cover}>
      <SheetHead survey={survey} plan={plan} />
      <h1>{words.titleOf(year)}</h1>
      <p class="sub">{nameIn(survey, lang)}</p>
      <p class="brief-finding">
        <Phrases
          text={words.coverFinding(
            formatNumber(plan.rows.length),
            formatNumber(more),
            formatNumber(clear.length - more),
            formatFiscalYear(plan.year - 1, lang),
          )}
        />
      </p>
      <ul>
        <li>{words.sorted(outside(responses, speech), outside(of, speech))}</li>
        <li>
          {words.reporting(formatNumber(provincesReporting), formatNumber(provincesExpected))}
        </li>
        <li>
          {projects
            ? words.projectsOf(
                formatNumber(projects.filter(isInPlan).length),
                saidBudget(projects, plan.year),
                year,
              )
            : words.reading}
        </li>
        <li>{words.asOfs(formatInstant(plan.now.asOf, lang))}</li>
        <li>{t.brief.notSample}</li>
        <li>{words.howClear}</li>
        <li>{t.brief.small(t.dashboard.hidden)}</li>
      </ul>
      <footer>
        {cited ? (
          <>
            <div>
              <SheetFoot cited={cited} page={1} pages={pages} />
              <p class="brief-digest">SHA-256 {cited.digest}</p>
              <p class="brief-digest">{cited.address}</p>
            </div>
            <QrCode text={cited.address} label={t.brief.qr(cited.id)} />
          </>
        ) : (
          <SheetFoot cited={null} page={1} pages={pages} />
        )}
      </footer>
    </article>
  );
}

interface ContentsProps extends FrontProps {
  readonly nameOf: (id: string) => string;
  /** page of the first sub-plan */
  readonly first: number;
}

export function ContentsSheets({ data, cited, pages, nameOf, first }: ContentsProps) {
  const speech = useI18n();
  const words = speech.t.planReport;
  const { survey, plan } = data;
  const sheets = Array.from({ length: Math.ceil(plan.rows.length / rowsPerSheet) }, (_, at) =>
    plan.rows.slice(at * rowsPerSheet, (at + 1) * rowsPerSheet),
  );
  return (
    <>
      {sheets.map((rows, at) => (
        <article key={rows[0]?.subPlan} class="brief-sheet" aria-label={words.contents}>
          <SheetHead survey={survey} plan={plan} />
          <h1>{words.contents}</h1>
          <table class="report-contents">
            <thead>
              <tr>
                <th scope="col">{speech.t.plan.subPlan}</th>
                <td>{words.share}</td>
                <td>{words.against(formatFiscalYear(plan.year - 1, speech.lang))}</td>
                <td>{words.pageHead}</td>
              </tr>
            </thead>
            <tbody>
              {rows.map((one, row) => (
                <tr key={one.subPlan}>
                  <th scope="row">
                    <a href={`#sheet-${one.subPlan}`} onClick={goTo(`sheet-${one.subPlan}`)}>
                      {nameOf(one.subPlan)}
                    </a>
                  </th>
                  <td>{shareOf(one, speech)}</td>
                  <td>{againstOf(one, speech)}</td>
                  <td>{formatNumber(first + at * rowsPerSheet + row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <footer>
            <SheetFoot cited={cited} page={2 + at} pages={pages} />
          </footer>
        </article>
      ))}
    </>
  );
}

/** The address of this app is behind its `#`: a place on the page is scrolled to instead. */
const goTo = (id: string) => (event: Event) => {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView();
};

function shareOf(one: SubPlanYear, { t }: Speech): string {
  if (one.responses > 0 && !isToldOutside(one)) return t.dashboard.hidden;
  return one.share === null ? '–' : formatPercent(one.share.share, one.of);
}

function againstOf({ change, responses, before }: SubPlanYear, { t }: Speech): string {
  const words = t.planReport.changes;
  if (!change || isSmall(responses) || isSmall(before?.responses ?? 0)) return '–';
  if (!change.differs) return words.same;
  return change.difference > 0 ? words.more : words.less;
}
