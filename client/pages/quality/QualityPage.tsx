// Quality: what standing rules noticed in what is stored, rule by rule, to be looked at or set aside.
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { PageOfFlags } from '../../../shared/api/quality.ts';
import { qualityRules } from '../../../shared/quality/flag.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { circleCheck } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { ReviewTabs } from '../../ui/ReviewTabs.tsx';
import { running } from '../../ui/Running.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { FlagItem } from './FlagItem.tsx';
import './quality.css';

const pageSize = 50;

export function QualityPage({ query: asked }: PageProps) {
  const { t } = useI18n();
  const words = t.quality;
  const { user } = useSession();
  const { survey } = useSurvey();
  const area = useScopeName(user?.scope ?? { kind: 'all' });
  const state = asked.get('state') === 'aside' ? 'aside' : 'open';
  const after = asked.get('after');
  const page = useQuery(
    survey && withQuery(paths.quality(survey.id), { state, limit: pageSize, after }),
  );
  const { data, error } = page;
  return (
    <div class="wrap page">
      <PageHead title={<Phrases text={words.headingOf(area)} />} text={words.lead} />
      <ReviewTabs shown="quality" />
      {error && <ProblemState problem={error} onRetry={page.refetch} />}
      {!data && !error && <LoadingState lines={8} />}
      {data && <StateTabs page={data} shown={state} />}
      {data?.items.length === 0 && <Nothing state={state} hasRun={data.ranAt !== null} />}
      {survey &&
        data &&
        qualityRules.map((rule) => {
          const flags = data.items.filter((flag) => flag.rule === rule);
          return (
            flags.length > 0 && (
              <section key={rule} class="panel mt4" aria-labelledby={`rule-${rule}`}>
                <h2 id={`rule-${rule}`}>{words.rules[rule].name}</h2>
                <p class="small muted">{running(words.rules[rule].how)}</p>
                <ul class="flags">
                  {flags.map((flag) => (
                    <li key={flag.id}>
                      <FlagItem survey={survey.id} flag={flag} onChanged={page.refetch} />
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      {data && <Pages page={data} state={state} after={after} />}
    </div>
  );
}

type State = 'open' | 'aside';
const addressOf = (state: State, after?: string) =>
  withQuery('#/review/quality', { state: state === 'aside' ? state : null, after });

function StateTabs({ page, shown }: { readonly page: PageOfFlags; readonly shown: State }) {
  const { t, lang } = useI18n();
  const words = t.quality;
  return (
    <div class="row between mt4">
      <nav class="row flag-states" aria-label={words.states}>
        {(['open', 'aside'] as const).map((state) => (
          <a
            key={state}
            class="chip"
            href={addressOf(state)}
            aria-current={state === shown ? 'true' : undefined}
          >
            {words[state](formatNumber(page[state]))}
          </a>
        ))}
      </nav>
      {page.ranAt && <span class="small muted">{words.ran(formatInstant(page.ranAt, lang))}</span>}
    </div>
  );
}

function Nothing({ state, hasRun }: { readonly state: State; readonly hasRun: boolean }) {
  const { t } = useI18n();
  const words = t.quality;
  if (state === 'aside') return <EmptyState title={words.noneAside} text={words.noneAsideWhy} />;
  return (
    <EmptyState
      title={words.none}
      text={hasRun ? words.noneWhy : words.notRan}
      icon={circleCheck}
    />
  );
}

interface PagesProps {
  readonly page: PageOfFlags;
  readonly state: State;
  readonly after: string | null;
}

function Pages({ page, state, after }: PagesProps) {
  const { t } = useI18n();
  return (
    <p class="row mt4">
      {after && (
        <ButtonLink dense href={addressOf(state)}>
          {t.quality.first}
        </ButtonLink>
      )}
      {page.next && (
        <ButtonLink dense href={addressOf(state, page.next)}>
          {t.quality.next}
        </ButtonLink>
      )}
    </p>
  );
}
