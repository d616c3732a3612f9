// What the page opens with: the finding, what it rests on, who has reported, and the five numbers.

import { useContext } from 'preact/hooks';
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { areaOf } from '../../../../shared/places/scope.ts';
import { finalDayOf } from '../../../../shared/survey/round-days.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatDay } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { placeName, strategyName } from '../../../i18n/names.ts';
import { notOpenText } from '../../../i18n/round-text.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { running } from '../../../ui/Running.tsx';
import { countedTier } from '../frame/about-view.ts';
import { Frozen } from '../frame/frozen.ts';
import { type DashboardView, isNarrowed, provinceHref, strategyHref } from '../view.ts';
import { Cover } from './Cover.tsx';
import { KeyNumbers } from './KeyNumbers.tsx';
import './lead.css';
import { leadLine, supportLine } from './lead-lines.ts';

type LeadReply = FiguresReplyOf<'by-strategy' | 'by-month' | 'by-province' | 'by-respondent'>;

interface LeadProps {
  readonly reply: LeadReply;
  readonly survey: Survey | null;
  readonly view: DashboardView;
  readonly paper: boolean;
}

export function Lead({ reply, survey, view, paper }: LeadProps) {
  const speech = useI18n();
  return (
    <>
      <section class="lead">
        <div>
          <p class="kick">{kickLine(survey, speech)}</p>
          <h1>
            <Phrases text={leadLine(reply, speech)} />
          </h1>
          <p class="stand">{running(supportLine(reply, speech))}</p>
          {survey && countedTier(survey, speech) && (
            <p class="caveat">{countedTier(survey, speech)}</p>
          )}
          <Caveats reply={reply} view={view} />
        </div>
        <Cover reply={reply} view={view} />
      </section>
      <KeyNumbers reply={reply} view={view} paper={paper} />
    </>
  );
}

function kickLine(survey: Survey | null, speech: Speech): string {
  if (survey === null) return '';
  const { lang } = speech;
  const words = speech.t.dashboard;
  const lastDay = finalDayOf(survey.closesAt);
  const open = lastDay === null ? words.isOpen : words.openUntil(formatDay(lastDay, lang));
  return `${nameIn(survey, lang)} · ${notOpenText(survey, speech, new Date()) ?? open}`;
}

/** What limits the reading: the viewer's own area, and filters somebody chose. */
function Caveats({ reply, view }: Pick<LeadProps, 'reply' | 'view'>) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const { scope } = reply.filters;
  const area = scope ? areaOf(scope) : null;
  return (
    <>
      {area !== null && <p class="caveat">{words.scope(placeName(area, lang))}</p>}
      <OnePages view={view} />
      {isNarrowed(view.filters) && reply.strip.responses > 0 && (
        <p class="caveat">
          <b>{words.exploratory}</b> {words.exploratoryWhy}
        </p>
      )}
    </>
  );
}

/** Where one province or one strategy is chosen, all of it has a page: of today's numbers. */
function OnePages({ view }: { readonly view: DashboardView }) {
  const { t, lang } = useI18n();
  const isFrozen = useContext(Frozen);
  const [province, ...provinces] = view.filters.province ?? [];
  const [chosen, ...others] = view.filters.strategy ?? [];
  const strategy = strategies.find((one) => one === chosen);
  const all = t.dashboard.allOfOne;
  const pages = [
    ...(province !== undefined && provinces.length === 0
      ? [{ name: placeName(province, lang), href: provinceHref(view, province) }]
      : []),
    ...(strategy !== undefined && others.length === 0
      ? [{ name: strategyName(strategy, lang), href: strategyHref(view, strategy) }]
      : []),
  ];
  if (isFrozen || pages.length === 0) return null;
  return (
    <p class="caveat no-print">
      {pages.map(({ name, href }) => (
        <a key={href} class="one-page-link" href={href}>
          {all(name)}
        </a>
      ))}
    </p>
  );
}
