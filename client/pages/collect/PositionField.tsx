import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../../../shared/survey/response.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldGroup } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { check, mapPin, x } from '../../ui/icons.ts';
import { FieldNotes } from './FieldNotes.tsx';
import type { ControlProps } from './question-props.ts';

type Search = 'idle' | 'finding' | 'positionDenied' | 'positionFailed';

/** The device is asked only when the button is pressed. */
export function PositionField({ field, warnings, around }: ControlProps) {
  const { t } = useI18n();
  const { position } = around.values;
  const { search, find, stop } = useFinding((found) => around.change({ position: found }));
  if (!('geolocation' in navigator)) return null;
  return (
    <FieldGroup {...field}>
      {() => (
        <div class="mt2" aria-live="polite">
          {position && (
            <p class="row between">
              <span class="tag ok">
                <Icon of={mapPin} />
                <span>
                  {t.collect.positionFound(formatNumber(Math.round(position.accuracy ?? 0)))}
                </span>
              </span>
              {search === 'finding' ? (
                <Button kind="quiet" icon={check} onClick={stop}>
                  {t.collect.enoughPosition}
                </Button>
              ) : (
                <Button kind="quiet" icon={x} onClick={() => around.change({ position: null })}>
                  {t.collect.dropPosition}
                </Button>
              )}
            </p>
          )}
          {position && search === 'finding' && (
            <p class="small muted">{t.collect.betterPosition}</p>
          )}
          {!position && (
            <Button icon={mapPin} wide busy={search === 'finding'} onClick={find}>
              {search === 'finding' ? t.collect.findingPosition : t.collect.findPosition}
            </Button>
          )}
          <FieldNotes
            warnings={[
              ...(search === 'positionDenied' || search === 'positionFailed'
                ? [t.collect[search]]
                : []),
              ...warnings,
            ]}
          />
        </div>
      )}
    </FieldGroup>
  );
}

/** a fix so good is not waited on for a better one, and neither is a first one that comes late */
const goodEnoughM = 15;
const betterWithinMs = 20_000;
const firstWithinMs = 30_000;

/** The first fix of a cold phone is hundreds of metres off: the best of some seconds counts, until somebody says that it will do. */
function useFinding(onFound: (position: Position) => void) {
  const [search, setSearch] = useState<Search>('idle');
  const watch = useRef<{ readonly id: number; readonly end: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const stop = () => {
    if (watch.current) {
      navigator.geolocation.clearWatch(watch.current.id);
      clearTimeout(watch.current.end);
    }
    watch.current = null;
    setSearch('idle');
  };
  useEffect(() => stop, []);
  const find = () => {
    setSearch('finding');
    let best = Number.POSITIVE_INFINITY;
    let isLate = false;
    const found = ({ coords }: GeolocationPosition) => {
      if (coords.accuracy < best) onFound(toPosition(coords));
      best = Math.min(best, coords.accuracy);
      if (best <= goodEnoughM || isLate) stop();
    };
    const failed = (error: GeolocationPositionError) => {
      const isUseless = best === Number.POSITIVE_INFINITY;
      stop();
      if (isUseless)
        setSearch(error.code === error.PERMISSION_DENIED ? 'positionDenied' : 'positionFailed');
    };
    const options = { enableHighAccuracy: true, timeout: firstWithinMs, maximumAge: 10_000 };
    const id = navigator.geolocation.watchPosition(found, failed, options);
    const end = setTimeout(() => {
      isLate = true;
      if (best < Number.POSITIVE_INFINITY) stop();
    }, betterWithinMs);
    watch.current = { id, end };
  };
  return { search, find, stop };
}

/** Six decimals are a tenth of a metre: more would only pretend. */
function toPosition({ latitude, longitude, accuracy }: GeolocationCoordinates): Position {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lat: round(latitude), lng: round(longitude), accuracy: Math.round(accuracy) };
}
