// Who has reported: as a bar of ticks, and the silent provinces by name.
import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { silentProvinces } from '../../../../shared/figures/by-province.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { type DashboardView, dashboardHref, isNarrowed, withArea } from '../view.ts';

interface CoverProps {
  readonly reply: FiguresReplyOf<'by-province'>;
  readonly view: DashboardView;
}

const namedAtMost = 8;

export function Cover({ reply, view }: CoverProps) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  const { provincesReporting: k, provincesExpected: of } = reply.strip;
  const { province: _, region: __, ...others } = view.filters;
  const isMatch = isNarrowed(others);
  const counts = [formatNumber(k), formatNumber(of)] as const;
  const silent = silentProvinces(reply);
  return (
    <div class="cover">
      <b>{isMatch ? words.matching(...counts) : words.reported(...counts)}</b>
      <div class="ticks" aria-hidden="true">
        {Array.from({ length: of }, (_tick, index) => (
          <i key={index} class={index < k ? '' : 'no'} />
        ))}
      </div>
      {silent.length > 0 && (
        <p>
          <span class="muted">{isMatch ? words.notMatching : words.silent}</span>{' '}
          {silent.slice(0, namedAtMost).map(({ code }, index) => (
            <>
              {index > 0 && ', '}
              <a
                key={code}
                href={dashboardHref({ ...view, filters: withArea(view.filters, 'province', code) })}
              >
                {placeName(code, lang)}
              </a>
            </>
          ))}
          {silent.length > namedAtMost && (
            <span class="muted">
              {' '}
              {words.silentMore(formatNumber(silent.length - namedAtMost))}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
