// The map comes with its own files, after the first charts: nothing moves when it is there.
import { useEffect, useState } from 'preact/hooks';
import { needAreas, useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { refresh } from '../../../ui/icons.ts';
import type { FigureInput } from '../frame/figure-input.ts';
import type { MapFigures } from './MapFigures.tsx';
import './map.css';

type Part = typeof MapFigures;

export function MapSection(input: FigureInput<'map'>) {
  const { part, failed, again } = useMapFigures();
  const words = useI18n().t.dashboard;
  if (part !== null) {
    const Figures = part;
    return <Figures {...input} />;
  }
  return (
    <div class="map-coming" aria-busy={!failed}>
      {failed && (
        <>
          <p>{words.mapNotLoaded}</p>
          <Button dense icon={refresh} onClick={again}>
            {words.mapAgain}
          </Button>
        </>
      )}
    </div>
  );
}

function useMapFigures() {
  const [part, setPart] = useState<Part | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let stopped = false;
    setFailed(false);
    // the first charts are drawn before anything of the map is fetched
    const timer = setTimeout(() => {
      Promise.all([import('./MapFigures.tsx'), needAreas(['map'])]).then(
        ([file]) => !stopped && setPart(() => file.MapFigures),
        () => !stopped && setFailed(true),
      );
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [tries]);
  return { part, failed, again: () => setTries(tries + 1) };
}
