// The five numbers of the page, each a link to what was counted.
import { useContext } from 'preact/hooks';
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { hiddenOf } from '../../../../shared/statistics/hide-small.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { PickingContext } from '../../../ui/charts/picking.ts';
import { HowComputed } from '../frame/HowComputed.tsx';
import { type DashboardView, responsesHref } from '../view.ts';

interface KeyNumbersProps {
  readonly reply: FiguresReplyOf<'by-respondent'>;
  readonly view: DashboardView;
  /** small numbers are not for outside */
  readonly paper: boolean;
}

export function KeyNumbers({ reply, view, paper }: KeyNumbersProps) {
  const words = useI18n().t.dashboard;
  const { strip, figures } = reply;
  const from = (respondent: string) =>
    figures['by-respondent'].find((row) => row.respondent === respondent)?.responses ?? 0;
  const people = ['agency', 'citizen', 'none'].map(from);
  const hidden = hiddenOf(people, [{ parts: [0, 1, 2], total: null }]);
  const isHidden = (at: number) => paper && hidden.has(at);
  return (
    <>
      <section class="facts" aria-label={words.keyNumbers}>
        <Fact n={strip.issues} text={words.countedIssues} href={responsesHref(view)} />
        <Fact n={strip.responses} text={words.countedResponses} href={responsesHref(view)} />
        <Fact
          n={from('agency')}
          isHidden={isHidden(0)}
          text={words.byAgencies}
          href={responsesHref(view, { respondent: ['agency'] })}
        />
        <Fact
          n={from('citizen')}
          isHidden={isHidden(1)}
          text={words.byCitizens}
          href={responsesHref(view, { respondent: ['citizen'] })}
        />
        <Fact
          n={strip.pending}
          isHidden={paper && isSmall(strip.pending)}
          text={words.pending}
          href={responsesHref(view, { status: ['pending'] })}
        />
      </section>
      <HowComputed of="counts" name={words.keyNumbers} />
    </>
  );
}

interface FactProps {
  readonly n: number;
  readonly text: string;
  readonly href: string;
  readonly isHidden?: boolean;
}

/** Nothing to open where nothing was counted, nor where it was counted at another time. */
function Fact({ n, text, href, isHidden }: FactProps) {
  const words = useI18n().t.dashboard;
  const { opensLists } = useContext(PickingContext);
  const inside = (
    <>
      <b class={isHidden ? 'hidden-number' : ''}>{isHidden ? words.hidden : formatNumber(n)}</b>
      <span>{text}</span>
    </>
  );
  return n === 0 || !opensLists ? <div>{inside}</div> : <a href={href}>{inside}</a>;
}
