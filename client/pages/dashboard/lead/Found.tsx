// What else the figures find, the weightiest first: each with what it rests on, and the ways to its figures and its responses.
import { useEffect, useMemo } from 'preact/hooks';
import {
  type FindingsReply,
  type RankedFinding,
  rankedFindings,
} from '../../../../shared/figures/ranked-findings.ts';
import { bangkokDay } from '../../../../shared/text/bangkok-day.ts';
import { lastVisit, rememberSaid } from '../../../data/said-before.ts';
import { useSession } from '../../../data/session.ts';
import { formatDay } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { HowComputed } from '../frame/HowComputed.tsx';
import { ListLink } from '../frame/ListLink.tsx';
import { PickLink } from '../frame/PickLink.tsx';
import { type DashboardView, isNarrowed, responsesHref } from '../view.ts';
import './found.css';
import { evidenceOf, rankedSentence } from './finding-lines.ts';

interface FoundProps {
  readonly reply: FindingsReply;
  readonly view: DashboardView;
  /** the round; null: the numbers are of another time, and nothing of them is new */
  readonly survey: string | null;
}

/** Nothing where nothing was found. */
export function Found({ reply, view, survey }: FoundProps) {
  const { t, lang } = useI18n();
  const words = t.dashboard.found;
  const { found, before } = useFoundSince(reply, view, survey);
  if (found.length === 0) return null;
  const day = before && formatDay(bangkokDay(new Date(before.at)), lang);
  return (
    <section class="found no-print" aria-labelledby="found">
      <h2 id="found">{words.title}</h2>
      <p class="sub">
        {words.sub} {day && words.since(day)}
      </p>
      <ol>
        {found.map((one) => (
          <Line
            key={one.key}
            one={one}
            view={view}
            isNew={before !== null && !before.keys.includes(one.key)}
          />
        ))}
      </ol>
      <HowComputed of="found" name={words.title} />
    </section>
  );
}

interface LineProps {
  readonly one: RankedFinding;
  readonly view: DashboardView;
  readonly isNew: boolean;
}

function Line({ one, view, isNew }: LineProps) {
  const speech = useI18n();
  const words = speech.t.dashboard.found;
  const sentence = rankedSentence(one, speech);
  return (
    <li>
      <h3>
        {isNew && <span class="tag">{words.isNew}</span>} <Phrases text={sentence} />
      </h3>
      <ul class="evidence">
        {evidenceOf(one, speech).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="links">
        <PickLink part={{ href: null, filters: one.part }} label={`${words.show}: ${sentence}`}>
          {words.show}
        </PickLink>
        <ListLink href={responsesHref(view, one.part)} label={`${words.read}: ${sentence}`}>
          {words.read}
        </ListLink>
      </p>
    </li>
  );
}

/** Since the last visit to the whole round alone: what somebody filters for themselves is new to nobody. */
function useFoundSince(reply: FindingsReply, view: DashboardView, survey: string | null) {
  const { user } = useSession();
  const isWhole = user !== null && survey !== null && !isNarrowed(view.filters);
  const whose = isWhole ? `${user.username} ${survey}` : null;
  const before = useMemo(() => (whose === null ? null : lastVisit(whose, new Date())), [whose]);
  const found = useMemo(
    () => rankedFindings(reply, before && new Set(before.keys)),
    [reply, before],
  );
  useEffect(() => {
    if (whose === null) return;
    // as shown: another order could have left out what was read, or say what was not
    const keys = found.map(({ key }) => key);
    rememberSaid(whose, keys, new Date());
  }, [whose, found]);
  return { found, before };
}
