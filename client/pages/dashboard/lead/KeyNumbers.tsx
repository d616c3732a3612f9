// The five numbers of the page, each a link to what was counted.
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { type DashboardView, responsesHref } from '../view.ts';

interface KeyNumbersProps {
  readonly reply: FiguresReplyOf<'by-respondent'>;
  readonly view: DashboardView;
}

export function KeyNumbers({ reply, view }: KeyNumbersProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  const { strip, figures } = reply;
  const from = (respondent: string) =>
    figures['by-respondent'].find((row) => row.respondent === respondent)?.responses ?? 0;
  return (
    <section class="facts" aria-label={words.keyNumbers}>
      <Fact n={strip.issues} text={words.countedIssues} href={responsesHref(view)} />
      <Fact n={strip.responses} text={words.countedResponses} href={responsesHref(view)} />
      <Fact
        n={from('agency')}
        text={words.byAgencies}
        href={responsesHref(view, { respondent: ['agency'] })}
      />
      <Fact
        n={from('citizen')}
        text={words.byCitizens}
        href={responsesHref(view, { respondent: ['citizen'] })}
      />
      <Fact
        n={strip.pending}
        text={words.pending}
        href={responsesHref(view, { status: ['pending'] })}
      />
    </section>
  );
}

interface FactProps {
  readonly n: number;
  readonly text: string;
  readonly href: string;
}

/** Nothing to open where nothing was counted. */
function Fact({ n, text, href }: FactProps) {
  const inside = (
    <>
      <b>{formatNumber(n)}</b>
      <span>{text}</span>
    </>
  );
  return n === 0 ? <div>{inside}</div> : <a href={href}>{inside}</a>;
}
