// The topics come after the other figures: their titles are read, not counted in memory.
import { useContext, useState } from 'preact/hooks';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { listChecks } from '../../../ui/icons.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { Frozen } from '../frame/frozen.ts';
import type { DashboardView } from '../view.ts';
import { ParetoFigure } from './ParetoFigure.tsx';
import './pareto.css';

const asked = ['pareto'] as const;

interface ParetoProps {
  readonly view: DashboardView;
  readonly theme: ChartTheme;
}

/** Nothing is read before somebody asks. */
export function ParetoSection({ view, theme }: ParetoProps) {
  const words = useI18n().t.dashboard.pareto;
  const [wanted, setWanted] = useState(false);
  // what is read now is no part of what was frozen then
  const isFrozen = useContext(Frozen);
  if (isFrozen) return null;
  if (wanted) return <Topics view={view} theme={theme} />;
  return (
    <section class="fig span12 no-print">
      <h2>{words.title}</h2>
      <p class="sub">{words.why}</p>
      <p>
        <Button icon={listChecks} onClick={() => setWanted(true)}>
          {words.show}
        </Button>
      </p>
    </section>
  );
}

function Topics({ view, theme }: ParetoProps) {
  const { survey } = useSurvey();
  const words = useI18n().t.dashboard.pareto;
  const path = survey && figuresPath(survey.id, asked, addressOfFilters(view.filters));
  const query = useQuery(path);
  const reply = query.data && exactly(asked, query.data);
  if (reply) return <ParetoFigure reply={reply} view={view} theme={theme} />;
  return (
    <section class="fig span12">
      <h2>{words.title}</h2>
      {query.error ? (
        <ProblemState problem={query.error} onRetry={query.refetch} />
      ) : (
        <LoadingState lines={6} />
      )}
    </section>
  );
}
