import { useState } from 'preact/hooks';
import type { Position } from '../../../shared/survey/response.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldGroup } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { mapPin, x } from '../../ui/icons.ts';
import { FieldNotes } from './FieldNotes.tsx';
import type { ControlProps } from './question-props.ts';

type Search = 'idle' | 'finding' | 'positionDenied' | 'positionFailed';

/** The device is asked only when the button is pressed. */
export function PositionField({ field, warnings, around }: ControlProps) {
  const { t } = useI18n();
  const [search, setSearch] = useState<Search>('idle');
  const { change } = around;
  const { position } = around.values;
  const find = () => {
    setSearch('finding');
    navigator.geolocation.getCurrentPosition(
      (found) => {
        setSearch('idle');
        change({ position: toPosition(found.coords) });
      },
      (error) =>
        setSearch(error.code === error.PERMISSION_DENIED ? 'positionDenied' : 'positionFailed'),
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 },
    );
  };
  if (!('geolocation' in navigator)) return null;
  return (
    <FieldGroup {...field}>
      {() => (
        <div class="mt2" aria-live="polite">
          {position ? (
            <p class="row between">
              <span class="tag ok">
                <Icon of={mapPin} />
                <span>
                  {t.collect.positionFound(formatNumber(Math.round(position.accuracy ?? 0)))}
                </span>
              </span>
              <Button kind="quiet" icon={x} onClick={() => change({ position: null })}>
                {t.collect.dropPosition}
              </Button>
            </p>
          ) : (
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

/** Six decimals are a tenth of a metre: more would only pretend. */
function toPosition({ latitude, longitude, accuracy }: GeolocationCoordinates): Position {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lat: round(latitude), lng: round(longitude), accuracy: Math.round(accuracy) };
}
