// What the page opens with: the finding, what it rests on, who has reported, and the five numbers.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import type { Province } from '../../../../shared/places/provinces.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { formatDay, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName, placeName, spokenStrategyName } from '../../../i18n/names.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { type MonthFinding, monthFinding } from '../months/month-finding.ts';
import type { MonthSeries } from '../months/month-series.ts';
import { leadSentence, points, type Speech } from '../sentences.ts';
import { type StrategyFinding, strategyFinding } from '../strategies/strategy-finding.ts';
import { strategyShares } from '../strategies/strategy-shares.ts';
import { type DashboardView, isNarrowed } from '../view.ts';
import { Cover } from './Cover.tsx';
import { KeyNumbers } from './KeyNumbers.tsx';

interface LeadProps {
  readonly reply: FiguresReply;
  readonly survey: Survey | null;
  readonly view: DashboardView;
  readonly inView: readonly Province[];
  readonly series: MonthSeries;
}

export function Lead({ reply, survey, view, inView, series }: LeadProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const order = strategyFinding(strategyShares(reply, view.filters));
  const months = monthFinding(series);
  const area = areaName(view.filters, lang, t);
  const lead = leadSentence(order, months, area, speech);
  return (
    <>
      <section class="lead">
        <div>
          <p class="kick">{kickLine(survey, speech)}</p>
          <h1>
            <Phrases text={topicSentence(reply, view, speech) ?? lead} />
          </h1>
          <p class="stand">{standLine(reply, order, months, speech)}</p>
          <Caveats reply={reply} view={view} />
        </div>
        <Cover reply={reply} view={view} inView={inView} />
      </section>
      <KeyNumbers reply={reply} view={view} />
    </>
  );
}

/** Where one strategy was chosen there is no order of strategies to speak of. */
function topicSentence(
  { strip }: FiguresReply,
  { filters }: DashboardView,
  { t, lang }: Speech,
): string | null {
  const [only, ...others] = filters.strategy ?? [];
  const strategy = strategies.find((one) => one === only);
  if (strategy === undefined || others.length > 0 || strip.responses === 0) return null;
  return t.dashboard.leadTopic(
    spokenStrategyName(strategy, lang),
    formatNumber(strip.responses),
    formatNumber(strip.provincesReporting),
  );
}

function kickLine(survey: Survey | null, { t, lang }: Speech): string {
  if (survey === null) return '';
  const words = t.dashboard;
  const name = lang === 'th' ? survey.nameTh : survey.nameEn;
  if (!survey.open) return `${name} · ${words.isClosed}`;
  const until = survey.closesAt
    ? words.openUntil(formatDay(survey.closesAt.slice(0, 10), lang))
    : null;
  return `${name} · ${until ?? words.isOpen}`;
}

function standLine(
  reply: FiguresReply,
  order: StrategyFinding,
  months: MonthFinding,
  { t, lang }: Speech,
): string {
  const words = t.dashboard;
  const base = reply.strip.responses;
  if (base === 0) return words.standNobody;
  const parts: string[] = [];
  if (order.kind !== 'plain' && order.kind !== 'few') {
    const { strategy, share, low, high } = order.first;
    parts.push(
      words.standTop(
        formatPercent(share ?? 0, base),
        formatPercent(low ?? 0, base),
        formatPercent(high ?? 0, base),
        spokenStrategyName(strategy, lang),
      ),
    );
  }
  const rising = months.kind === 'trend' ? months.up[0] : undefined;
  if (rising?.change) {
    const pace = words.pace[rising.change.per](points(rising.change.share * 100));
    parts.push(words.standRising(spokenStrategyName(rising.strategy, lang), pace));
  }
  return parts.length === 0 ? '' : [...parts, words.standUnits].join(' ');
}

/** What limits the reading: the viewer's own area, and filters somebody chose. */
function Caveats({ reply, view }: { readonly reply: FiguresReply; readonly view: DashboardView }) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const { scope } = reply.filters;
  const isLimited = scope !== undefined && scope.kind !== 'all';
  return (
    <>
      {isLimited && (
        <p class="caveat">
          {words.scope(placeName(scope.kind === 'region' ? scope.region : scope.province, lang))}
        </p>
      )}
      {isNarrowed(view.filters) && reply.strip.responses > 0 && (
        <p class="caveat">
          <b>{words.exploratory}</b> {words.exploratoryWhy}
        </p>
      )}
    </>
  );
}
