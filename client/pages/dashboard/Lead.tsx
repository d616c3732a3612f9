// What the page opens with: the finding, what it rests on, who has reported, and the five numbers.
import type { FiguresReply } from '../../../shared/api/figures.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { Province } from '../../../shared/places/provinces.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { formatDay, formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { silentProvinces } from './area.ts';
import { type MonthFinding, monthFinding } from './findings/months.ts';
import { type StrategyFinding, strategyFinding } from './findings/strategies.ts';
import type { MonthSeries } from './month-series.ts';
import { areaName, placeName, spokenStrategyName } from './names.ts';
import { leadSentence, points, type Speech } from './sentences.ts';
import { strategyShares } from './strategy-shares.ts';
import { dashboardHref, isNarrowed, responsesHref, type View, withArea } from './view.ts';

interface LeadProps {
  readonly reply: FiguresReply;
  readonly survey: Survey | null;
  readonly view: View;
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
  { filters }: View,
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
function Caveats({ reply, view }: { readonly reply: FiguresReply; readonly view: View }) {
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

const namedAtMost = 8;

function Cover({ reply, view, inView }: Omit<LeadProps, 'survey' | 'series'>) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const { provincesReporting: k, provincesExpected: of } = reply.strip;
  const { province: _, region: __, ...others } = view.filters;
  const isMatch = isNarrowed(others);
  const counts = [formatNumber(k), formatNumber(of)] as const;
  const silent = silentProvinces(reply, inView);
  return (
    <div class="cover">
      <b>{isMatch ? words.matching(...counts) : words.reported(...counts)}</b>
      <div class="ticks" aria-hidden="true">
        {Array.from({ length: of }, (_tick, index) => (
          <i key={index} class={index < k ? '' : 'no'} />
        ))}
      </div>
      {silent.length > 0 && (
        <p>
          <span class="muted">{isMatch ? words.notMatching : words.silent}</span>{' '}
          {silent.slice(0, namedAtMost).map(({ code }, index) => (
            <>
              {index > 0 && ', '}
              <a
                key={code}
                href={dashboardHref({ ...view, filters: withArea(view.filters, 'province', code) })}
              >
                {placeName(code, lang)}
              </a>
            </>
          ))}
          {silent.length > namedAtMost && (
            <span class="muted">
              {' '}
              {words.silentMore(formatNumber(silent.length - namedAtMost))}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

function KeyNumbers({ reply, view }: Pick<LeadProps, 'reply' | 'view'>) {
  const { t } = useI18n();
  const words = t.dashboard;
  const { strip, figures } = reply;
  const from = (respondent: string) =>
    figures['by-respondent']?.find((row) => row.respondent === respondent)?.responses ?? 0;
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
