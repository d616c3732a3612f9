// How the numbers of a figure were computed, and what they do not mean: its words come when it is first opened.
import { useState } from 'preact/hooks';
import { needAreas, useI18n } from '../../../i18n/i18n.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { circleHelp } from '../../../ui/icons.ts';
import './how.css';

export type Explainable = keyof Messages['how']['figures'];

type Words = 'closed' | 'coming' | 'there' | 'failed';

interface HowComputedProps {
  readonly of: Explainable;
  /** what it is called on the page */
  readonly name: string;
}

export function HowComputed({ of, name }: HowComputedProps) {
  const { t } = useI18n();
  const [words, setWords] = useState<Words>('closed');
  const fetch = () => {
    setWords('coming');
    needAreas(['how']).then(
      () => setWords('there'),
      () => setWords('failed'),
    );
  };
  return (
    <details
      class="how no-print"
      onToggle={({ currentTarget }) => currentTarget.open && words !== 'there' && fetch()}
    >
      <summary aria-label={t.dashboard.ofFigure(t.dashboard.how, name)}>
        <Icon of={circleHelp} small />
        <span>{t.dashboard.how}</span>
      </summary>
      {words === 'coming' && <div aria-busy="true" />}
      {words === 'failed' && <p role="alert">{t.dashboard.howNotLoaded}</p>}
      {words === 'there' && <Explanation of={of} />}
    </details>
  );
}

function Explanation({ of }: Pick<HowComputedProps, 'of'>) {
  const words = useI18n().t.how;
  const { computed, not } = words.figures[of];
  return (
    <dl>
      <dt>{words.computed}</dt>
      <dd>{computed}</dd>
      <dt>{words.not}</dt>
      <dd>{not}</dd>
    </dl>
  );
}
