import { useMemo } from 'preact/hooks';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import type { PageProps } from '../../../page-props.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { readView, strategyHref } from '../view.ts';
import { OnePage } from './OnePage.tsx';

/** All of one strategy. */
export function StrategyPage({ params, query }: PageProps) {
  const { t, lang } = useI18n();
  // `as`: what is none of them is not found
  const at = strategies.indexOf(params.strategy as (typeof strategies)[number]);
  const strategy = strategies[at];
  const others = useMemo(() => {
    const { strategy: _, subPlan: __, ...rest } = readView(query).filters;
    return rest;
  }, [query]);
  const view = useMemo(
    () => ({ compare: null, filters: { ...others, strategy: strategy ? [strategy] : [] } }),
    [others, strategy],
  );
  if (strategy === undefined)
    return (
      <ErrorState wholePage title={t.focus.noStrategy} text={t.focus.noStrategyWhy}>
        <a href="#/">{t.focus.toOverview}</a>
      </ErrorState>
    );
  const neighbour = (step: number) => {
    const one = strategies.at((at + step) % strategies.length) ?? strategy;
    return { name: strategyName(one, lang), href: strategyHref(view, one) };
  };
  return (
    <OnePage
      name={strategyName(strategy, lang)}
      view={view}
      others={others}
      hrefWith={(filters) => strategyHref({ compare: null, filters }, strategy)}
      before={neighbour(-1)}
      after={neighbour(1)}
    />
  );
}
