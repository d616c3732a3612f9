import type { CountsOf } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { provinceCounts } from '../../../shared/figures/by-province.ts';
import { onlyProvince } from '../../../shared/places/scope.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';

const shown = 12;

interface PlacesPanelProps {
  readonly scope: Scope;
  readonly reply: CountsOf<'by-province'>;
}

/** The provinces I look after: how many have reported, and how many issues each has raised. */
export function PlacesPanel({ scope, reply }: PlacesPanelProps) {
  const { t, lang } = useI18n();
  const area = useScopeName(scope);
  const places = provinceCounts(reply, 'issues');
  const reporting = places.filter(({ silent }) => !silent).length;
  const words = t.home.places;
  const title =
    onlyProvince(scope) !== null
      ? words.one(area)
      : words.reported(area, formatNumber(reporting), formatNumber(places.length));
  return (
    <section class="panel">
      <h2>
        <Phrases text={title} />
      </h2>
      <ul class="list mt2">
        {places.slice(0, places.length > 22 ? shown : 22).map(({ province, issues }) => (
          <li key={province.code} class="row between">
            <a href={`#/responses?province=${province.code}`}>{placeName(province.code, lang)}</a>
            <span>
              <b>{formatNumber(issues)}</b> <span class="muted">{t.common.issuesUnit}</span>
            </span>
          </li>
        ))}
      </ul>
      {places.length > 22 && (
        <p class="small mt2">
          <a href="#/">{words.all(formatNumber(places.length - shown))}</a>
        </p>
      )}
      <p class="small muted mt2">{t.common.asOf(formatInstant(reply.asOf, lang))}</p>
    </section>
  );
}
