import type { MonthSeries } from '../../../../shared/figures/by-month.ts';
import {
  fromDayNumber,
  lastDayOf,
  toDayNumber,
  toIsoDay,
} from '../../../../shared/text/calendar.ts';
import { formatMonth, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { type DashboardView, responsesHref } from '../view.ts';

interface OutsideProps {
  readonly counted: MonthSeries;
  readonly view: DashboardView;
}

/** What has days far from all others is not drawn: it is said, and opens. */
export function Outside({ counted, view }: OutsideProps) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const { months, before, after } = counted;
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined || before + after === 0) return null;
  return (
    <p class="outside">
      {words.monthOutside}{' '}
      {before > 0 && (
        <ListLink href={responsesHref(view, { to: moved(`${first}-01`, -1) })}>
          {words.monthBefore(formatNumber(before), formatMonth(first, lang))}
        </ListLink>
      )}
      {before > 0 && after > 0 && ' · '}
      {after > 0 && (
        <ListLink href={responsesHref(view, { from: moved(lastDayOf(last), 1) })}>
          {words.monthAfter(formatNumber(after), formatMonth(last, lang))}
        </ListLink>
      )}
    </p>
  );
}

function moved(isoDay: string, days: number): string {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return toIsoDay(fromDayNumber(toDayNumber({ year, month, day }) + days));
}
