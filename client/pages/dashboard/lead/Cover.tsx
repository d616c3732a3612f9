// Who has reported: as a bar of ticks, and the silent provinces by name.

import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { silentProvinces, unmatchedProvinces } from '../../../../shared/figures/by-province.ts';
import type { Province } from '../../../../shared/places/provinces.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { PickLink } from '../frame/PickLink.tsx';
import { beyondArea, type DashboardView, isNarrowed } from '../view.ts';

interface CoverProps {
  readonly reply: FiguresReplyOf<'by-province'>;
  readonly view: DashboardView;
}

const namedAtMost = 8;

export function Cover({ reply, view }: CoverProps) {
  const words = useI18n().t.dashboard;
  const { provincesReporting, provincesMatching, provincesExpected: of } = reply.strip;
  const isMatch = isNarrowed(beyondArea(view.filters));
  const k = isMatch ? provincesMatching : provincesReporting;
  const silent = silentProvinces(reply);
  const unmatched = isMatch ? unmatchedProvinces(reply) : [];
  return (
    <div class="cover">
      <b>{words.reported(formatNumber(provincesReporting), formatNumber(of))}</b>
      {isMatch && (
        <b class="matching">
          {words.matching(formatNumber(provincesMatching), formatNumber(provincesReporting))}
        </b>
      )}
      <div class="ticks" aria-hidden="true">
        {Array.from({ length: of }, (_tick, index) => (
          <i key={index} class={tickClass(index, k, provincesReporting)} />
        ))}
      </div>
      <Named label={words.silent} provinces={silent} />
      <Named label={words.notMatching} provinces={unmatched} />
    </div>
  );
}

/** Matches, reports without matching, or has sent nothing. */
function tickClass(index: number, matching: number, reporting: number): string {
  if (index < matching) return '';
  return index < reporting ? 'other' : 'no';
}

interface NamedProps {
  readonly label: string;
  readonly provinces: readonly Province[];
}

function Named({ label, provinces }: NamedProps) {
  const { t, lang } = useI18n();
  if (provinces.length === 0) return null;
  const more = provinces.length - namedAtMost;
  return (
    <p>
      <span class="muted">{label}</span>{' '}
      {provinces.slice(0, namedAtMost).map(({ code }, index) => (
        <>
          {index > 0 && ', '}
          <PickLink key={code} part={{ href: null, filters: { province: [code] } }}>
            {placeName(code, lang)}
          </PickLink>
        </>
      ))}
      {more > 0 && <span class="muted"> {t.dashboard.silentMore(formatNumber(more))}</span>}
    </p>
  );
}
