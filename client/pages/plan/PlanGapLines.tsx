import { type MatrixRow, planGaps } from '../../../shared/plan/plan-matrix.ts';
import { subPlanHref } from '../../data/plan-addresses.ts';
import { formatMillions, formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { listed, placeName } from '../../i18n/names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { circleHelp, triangleAlert } from '../../ui/icons.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { running } from '../../ui/Running.tsx';
import { useSubPlans } from './sub-plans.ts';
import type { Plan } from './use-plan.ts';

/** Both gaps first, in sentences: problems without a plan, plans without voices. */
export function PlanGapLines({ plan }: { readonly plan: Plan }) {
  const { unplanned, gaps, unheard } = planGaps(plan.rows);
  return (
    <div class="plan-gaps">
      <Unplanned plan={plan} of={unplanned} gaps={gaps} />
      <Unheard plan={plan} rows={unheard} />
    </div>
  );
}

interface UnplannedProps {
  readonly plan: Plan;
  readonly of: ReturnType<typeof planGaps>['unplanned'];
  readonly gaps: number;
}

function Unplanned({ plan, of, gaps }: UnplannedProps) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const { nameOf } = useSubPlans();
  const isLinked = plan.rows.some(({ issues }) => issues > 0);
  const without = formatNumber(plan.without);
  const share = plan.issues === 0 ? '' : formatPercent(plan.without / plan.issues, plan.issues);
  return (
    <section class="plan-gap">
      <p class="kind">
        <Icon of={triangleAlert} small />
        {words.unplanned}
      </p>
      <h2>
        {of ? (
          <Phrases
            text={words.unplannedIn(
              nameOf(of.subPlan),
              formatNumber(of.issues),
              listed(
                of.regions.map((region) => placeName(region, lang)),
                lang,
              ),
            )}
          />
        ) : (
          <Phrases text={isLinked ? words.noUnplanned : words.noneLinked} />
        )}
      </h2>
      <p>{running(words.without(without, share))}</p>
      <p class="links">
        {of && (
          <a href={`#/responses?subPlan=${of.subPlan}&region=${of.regions.join(',')}`}>
            {words.readIssues(formatNumber(of.issues))}
          </a>
        )}
        <a href="#/responses?subPlan=none">{words.readWithout(without)}</a>
        {gaps > 1 && <span class="muted">{words.moreGaps(formatNumber(gaps - 1))}</span>}
      </p>
    </section>
  );
}

function Unheard({ plan, rows }: { readonly plan: Plan; readonly rows: readonly MatrixRow[] }) {
  const words = useI18n().t.planMatrix;
  const { nameOf } = useSubPlans();
  const [first] = rows;
  return (
    <section class="plan-gap unheard">
      <p class="kind">
        <Icon of={circleHelp} small />
        {words.unheard}
      </p>
      <h2>
        <Phrases
          text={
            first
              ? words.unheardOf(
                  nameOf(first.subPlan),
                  formatMillions(first.budget),
                  formatNumber(first.issues),
                )
              : words.noUnheard
          }
        />
      </h2>
      {first && (
        <>
          <p>
            {words.projectsOf(formatNumber(first.projects))} {words.askedRight}
          </p>
          <p class="links">
            <a href={subPlanHref(first.subPlan)}>{words.openSubPlan}</a>
            <a href={`#/plan/projects?subPlan=${first.subPlan}`}>
              {words.seeProjects(formatNumber(first.projects))}
            </a>
            {rows.length > 1 && (
              <span class="muted">{words.moreUnheard(formatNumber(rows.length - 1))}</span>
            )}
          </p>
        </>
      )}
      {!first && <p>{words.noUnheardWhy(formatNumber(plan.projects.length))}</p>}
    </section>
  );
}
