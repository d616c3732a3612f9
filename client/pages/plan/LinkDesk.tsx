// One group at the desk: its words with those that speak for the suggestion marked, what others say, and what can be done with it.
import { useEffect, useState } from 'preact/hooks';
import type { LinkGroup } from '../../../shared/api/links.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { MarkedWords } from './MarkedWords.tsx';
import { useSubPlans } from './sub-plans.ts';
import { useLinkKeys } from './use-link-keys.ts';
import type { Linking } from './use-linking.ts';

interface DeskProps {
  readonly group: LinkGroup;
  readonly linking: Linking;
}

export function LinkDesk({ group, linking }: DeskProps) {
  const { t } = useI18n();
  const words = t.plan.link;
  const [reason, setReason] = useState('');
  const [alone, setAlone] = useState(false);
  const issues = alone ? group.issues.slice(0, 1) : group.issues;
  const link = (subPlan: string) => linking.link(group, subPlan, { reason, issues });
  const keys = useLinkKeys({
    suggest: (at) => {
      const one = group.suggestions[at];
      if (one) link(one.subPlan);
    },
    none: () => link('none'),
    skip: () => linking.skip(group),
    undo: linking.undo,
  });
  return (
    <section class="panel mt4 desk">
      <h2>
        <MarkedWords text={group.title} words={group.suggestions[0]?.words ?? []} />
      </h2>
      <p class="muted">
        {words.about(
          formatNumber(group.count),
          formatNumber(group.provinces),
          group.severity === null ? null : group.severity.toFixed(1),
        )}
      </p>
      <Examples group={group} alone={alone} onAlone={setAlone} />
      <Choices group={group} issues={issues} busy={linking.busy} onLink={link} />
      <TextInput label={words.note} optional value={reason} maxLength={500} onInput={setReason} />
      <p class="row mt4">
        <Button busy={linking.busy} onClick={() => link('none')}>
          {words.fitsNone}
        </Button>
        <Button kind="quiet" onClick={() => linking.skip(group)}>
          {words.skip}
        </Button>
      </p>
      <label class="keys small">
        <input type="checkbox" checked={keys.on} onChange={keys.toggle} /> {words.keys}
      </label>
    </section>
  );
}

interface ExamplesProps {
  readonly group: LinkGroup;
  readonly alone: boolean;
  readonly onAlone: (alone: boolean) => void;
}

/** How others say it; who finds that they don't belong together links the first alone. */
function Examples({ group, alone, onAlone }: ExamplesProps) {
  const { t } = useI18n();
  const words = t.plan.link;
  if (group.count === 1) return null;
  return (
    <>
      {group.examples.length > 0 && (
        <ul class="examples small">
          {group.examples.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
      <label class="keys small">
        <input
          type="checkbox"
          checked={alone}
          onChange={(event) => onAlone(event.currentTarget.checked)}
        />{' '}
        {words.alone}
      </label>
    </>
  );
}

interface ChoicesProps {
  readonly group: LinkGroup;
  readonly issues: readonly string[];
  readonly busy: boolean;
  readonly onLink: (subPlan: string) => void;
}

function Choices({ group, issues, busy, onLink }: ChoicesProps) {
  const { t } = useI18n();
  const { all, nameOf } = useSubPlans();
  const words = t.plan.link;
  const [other, setOther] = useState<string | null>(null);
  useEffect(() => {
    if (other) onLink(other);
  }, [other]);
  const suggested = group.suggestions.map(({ subPlan }) => subPlan);
  const offered = all.filter(({ id, state }) => state === 'active' && !suggested.includes(id));
  return (
    <>
      {group.suggestions.length === 0 && <p>{words.nothing}</p>}
      <ol class="suggestions">
        {group.suggestions.map(({ subPlan, chance, words: why }, at) => (
          <li key={subPlan}>
            <Button
              kind={at === 0 ? 'primary' : 'outlined'}
              busy={busy}
              onClick={() => onLink(subPlan)}
            >
              {`${at + 1} · ${nameOf(subPlan)}`}
            </Button>
            <span class="small muted">
              {words.chance(inHundred(chance))}
              {why.length > 0 && ` · ${words.because(why.map(({ word }) => word).join(', '))}`}
            </span>
          </li>
        ))}
      </ol>
      <p class="small">{words.preview(formatNumber(issues.length))}</p>
      <Combobox
        label={words.other}
        value={other}
        options={offered.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={setOther}
      />
    </>
  );
}

/** Of a hundred; nothing is certain. */
const inHundred = (chance: number): number => Math.min(99, Math.max(1, Math.round(chance * 100)));
