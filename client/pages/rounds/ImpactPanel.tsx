// What publishing the stored draft touches, what of it has to be mended first, and where it differs from what is in force.
import { useEffect } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Impact, Round, RoundDraft } from '../../../shared/api/rounds.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ImpactPanelProps {
  readonly draft: RoundDraft;
  readonly round: Round;
  /** grows with each draft that was stored */
  readonly stored: number;
}

export function ImpactPanel({ draft, round, stored }: ImpactPanelProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const { data, error, refetch } = useQuery(paths.draftImpact(encodeURIComponent(draft.id)));
  // the first is asked for by the query itself
  useEffect(() => {
    if (stored > 0) refetch();
  }, [stored]);
  return (
    <section class="panel round-impact" aria-labelledby="round-impact">
      {draft.faults.length > 0 && (
        <Notice kind="error" title={words.faults}>
          <ul>
            {draft.faults.map(({ code, pointer, value }) => (
              <li key={`${code} ${pointer}`}>
                {words.faultWords[code]}
                {value && ` (${value})`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h2 id="round-impact">{words.impact}</h2>
      <p class="small muted">
        {round.version === 0
          ? words.impactFirst
          : words.impactOf(formatNumber(round.version), formatNumber(round.version + 1))}
      </p>
      {error && <ProblemState problem={error} onRetry={refetch} />}
      {data && round.version > 0 && <Lines lines={linesOf(data, words)} />}
      {round.version > 0 && <Differences draft={draft} />}
    </section>
  );
}

interface Line {
  readonly text: string;
  readonly why?: string;
  /** somebody must do something */
  readonly acts?: true;
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul class="round-lines">
      {lines.map(({ text, why, acts }) => (
        <li key={text} class={acts ? 'acts' : ''}>
          <strong>{text}</strong>
          {why && <small>{why}</small>}
        </li>
      ))}
    </ul>
  );
}

function linesOf(impact: Impact, { impacts }: Messages['rounds']): Line[] {
  const { columns, mappings, retired, counted, renamed } = impact;
  const n = formatNumber;
  return [
    { text: impacts.phones(n(impact.enumerators)), why: impacts.phonesWhy },
    ...(columns.added.length + columns.removed.length > 0
      ? [{ text: impacts.columns(n(columns.added.length), n(columns.removed.length)) }]
      : []),
    ...(mappings.offices > 0
      ? [{ text: impacts.mappings(n(mappings.offices)), acts: true as const }]
      : []),
    ...retired.map(({ issues, code }) => ({
      text: impacts.retired(n(issues), code),
      why: impacts.retiredWhy,
    })),
    ...(counted
      ? [{ text: impacts.counted(n(counted.before), n(counted.after)), acts: true as const }]
      : []),
    ...(renamed > 0 ? [{ text: impacts.renamed(n(renamed)), why: impacts.renamedWhy }] : []),
    { text: impacts.responses, why: impacts.responsesWhy(n(impact.responses)) },
  ];
}

function Differences({ draft }: { readonly draft: RoundDraft }) {
  const { t } = useI18n();
  const words = t.rounds;
  return (
    <>
      <h3 class="mt4">{words.differences}</h3>
      {draft.differences.length === 0 && <p class="muted">{words.noDifference}</p>}
      <ul class="round-lines">
        {draft.differences.map(({ kind, pointer }) => {
          const [, member = '', ...which] = pointer.split('/');
          return (
            <li key={pointer}>
              <span class={`round-kind ${kind}`}>{words.kinds[kind]}</span>{' '}
              {words.members[member] ?? member} {which.join('/')}
            </li>
          );
        })}
      </ul>
    </>
  );
}
