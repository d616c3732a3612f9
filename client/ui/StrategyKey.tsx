import { type Strategy, strategyNames } from '../../shared/survey/strategies.ts';
import { useI18n } from '../i18n/i18n.ts';

interface StrategyKeyProps {
  readonly strategy: Strategy;
  /** `number`: only colour, pattern and number, with the name for screen readers */
  readonly show?: 'name' | 'number';
}

/** Colour, pattern, number and label: one mark, never apart. */
export function StrategyKey({ strategy, show = 'name' }: StrategyKeyProps) {
  const { lang } = useI18n();
  const { no, short } = strategyNames[strategy];
  const name = short[lang];
  return (
    <span class="st">
      <i class={`key k${no}`} aria-hidden="true" />
      <span>
        <b>{no}</b>{' '}
        {show === 'name' ? <span class="nw">{name}</span> : <span class="vh">{name}</span>}
      </span>
    </span>
  );
}
