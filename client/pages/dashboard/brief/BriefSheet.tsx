// The one page of a brief. Everything on it may leave the house.
import type { Survey } from '../../../../shared/api/surveys.ts';
import { hiddenOnMap, isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { useSession } from '../../../data/session.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { areaName, strategyName } from '../../../i18n/names.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { Logo } from '../../../ui/Logo.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { running } from '../../../ui/Running.tsx';
import { outside } from '../frame/about-view.ts';
import { leadLine, supportLine } from '../lead/lead-lines.ts';
import { Bars, Lines } from './BriefBars.tsx';
import { BriefMap } from './BriefMap.tsx';
import {
  type BriefReply,
  briefBars,
  placeLines,
  severeShare,
  severityLines,
} from './brief-figures.ts';
import { Quotes } from './Quotes.tsx';

export interface Cited {
  readonly id: string;
  readonly digest: string;
  /** where it is opened */
  readonly address: string;
}

interface SheetProps {
  readonly reply: BriefReply;
  readonly survey: Survey;
  /** null: a preview that nobody can cite */
  readonly cited: Cited | null;
}

export function BriefSheet({ reply, survey, cited }: SheetProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.brief;
  const { scope: _, ...filters } = reply.filters;
  return (
    <article class="brief-sheet" aria-label={words.title}>
      <header>
        <span class="brand">
          <Logo />
          <span>{t.shell.name}</span>
        </span>
        <span>
          {words.kind} · {words.round(nameIn(survey, lang), formatInstant(reply.asOf, lang))}
        </span>
      </header>
      <h1>{subjectOf(reply, speech)}</h1>
      {reply.strip.responses === 0 || isSmall(reply.strip.responses) ? (
        <p class="brief-finding">
          {reply.strip.responses === 0 ? t.findings.standNobody : t.dashboard.hiddenView}
        </p>
      ) : (
        <>
          <p class="brief-finding">
            <Phrases text={leadLine(reply, speech)} />
          </p>
          <p class="sub">{running(supportLine(reply, speech))}</p>
          <Facts reply={reply} />
          <Figures reply={reply} />
          <Quotes survey={survey.id} filters={filters} hidden={hiddenOnMap(reply.figures.map)} />
        </>
      )}
      <NotSaid reply={reply} />
      <Foot reply={reply} cited={cited} />
    </article>
  );
}

/** What the page is about: the place, the strategy, or both. */
export function subjectOf({ filters }: Pick<BriefReply, 'filters'>, { t, lang }: Speech): string {
  const [chosen, ...others] = filters.strategy ?? [];
  const strategy = others.length === 0 ? strategies.find((one) => one === chosen) : undefined;
  const area = areaName(filters, lang, t);
  return strategy === undefined ? area : `${strategyName(strategy, lang)} · ${area}`;
}

function Facts({ reply }: Pick<SheetProps, 'reply'>) {
  const speech = useI18n();
  const words = speech.t.brief;
  const { issues, responses, provincesReporting, provincesExpected, pending } = reply.strip;
  const severe = severeShare(reply);
  const facts = [
    [formatNumber(issues), words.issues(formatNumber(responses))],
    [`${formatNumber(provincesReporting)}/${formatNumber(provincesExpected)}`, words.provinces],
    ...(severe === null ? [] : [[severe, words.severe]]),
    [outside(pending, speech), words.pending],
  ];
  return (
    <div class="brief-facts">
      {facts.map(([number, text]) => (
        <div key={text}>
          <b>{number}</b>
          {text}
        </div>
      ))}
    </div>
  );
}

function Figures({ reply }: Pick<SheetProps, 'reply'>) {
  const speech = useI18n();
  const words = speech.t.brief;
  const bars = briefBars(reply, speech);
  const places = placeLines(reply, speech);
  return (
    <>
      <div class="brief-wide">
        <section>
          {bars === null ? (
            <Lines title={words[places.of]} lines={places.lines} />
          ) : (
            <Bars
              title={words[bars.of]}
              sub={bars.of === 'shares' ? words.sharesSub : words.strategiesSub}
              bars={bars.bars}
            />
          )}
        </section>
        <section>
          <h2>{words.map}</h2>
          <BriefMap reply={reply} />
        </section>
      </div>
      <div class="brief-two">
        <section>
          <Lines title={words.severity} lines={severityLines(reply, speech)} />
        </section>
        {bars !== null && (
          <section>
            <Lines title={words[places.of]} lines={places.lines} />
          </section>
        )}
      </div>
    </>
  );
}

function NotSaid({ reply }: Pick<SheetProps, 'reply'>) {
  const speech = useI18n();
  const words = speech.t.brief;
  const { provincesReporting, provincesExpected, pending } = reply.strip;
  const silent = provincesExpected - provincesReporting;
  const said = [
    words.notSample,
    ...(silent > 0 ? [words.silent(formatNumber(silent), formatNumber(provincesExpected))] : []),
    ...(pending > 0 ? [words.notCounted(outside(pending, speech))] : []),
    words.small(speech.t.dashboard.hidden),
  ];
  return (
    <section class="brief-not">
      <h2>{words.notSaid}</h2>
      <ul>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function Foot({ reply, cited }: Pick<SheetProps, 'reply' | 'cited'>) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.brief;
  const { demo } = useSession();
  const { scope, ...filters } = reply.filters;
  const chosen = activeFilters(filters, speech).map((one) => one.words);
  const area = scope === undefined ? [] : [areaName({ scope }, lang, t)];
  return (
    <footer>
      <div>
        <p>
          <b>{words.filters}</b> {[...area, ...chosen].join(' · ') || t.dashboard.about.noFilters}
        </p>
        {demo && (
          <p>
            <b>{t.shell.demo}</b> {t.shell.demoWhy}
          </p>
        )}
        {cited === null ? (
          <p>
            <b>{words.draft}</b>
          </p>
        ) : (
          <>
            <p>
              <b>{words.cite(cited.id)}</b> · {words.page}
            </p>
            <p class="brief-digest">SHA-256 {cited.digest}</p>
            <p class="brief-digest">{cited.address}</p>
          </>
        )}
      </div>
      {cited !== null && <QrCode text={cited.address} label={words.qr(cited.id)} />}
    </footer>
  );
}
