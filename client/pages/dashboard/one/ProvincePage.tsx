import { useMemo } from 'preact/hooks';
import { provinces } from '../../../../shared/places/provinces.ts';
import { isInScope } from '../../../../shared/places/scope.ts';
import { useSession } from '../../../data/session.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import type { PageProps } from '../../../page-props.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { beyondArea, provinceHref, readView } from '../view.ts';
import { OnePage } from './OnePage.tsx';
import { PeerFigure } from './PeerFigure.tsx';

/** All of one province. */
export function ProvincePage({ params, query }: PageProps) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const code = params.code ?? '';
  const others = useMemo(() => beyondArea(readView(query).filters), [query]);
  const view = useMemo(
    () => ({ compare: null, filters: { ...others, province: [code] } }),
    [others, code],
  );
  const reachable = provinces.filter((one) => user === null || isInScope(user.scope, one.code));
  const at = reachable.findIndex((one) => one.code === code);
  if (at === -1)
    return (
      <ErrorState wholePage title={t.focus.noProvince} text={t.focus.noProvinceWhy}>
        <a href="#/">{t.focus.toOverview}</a>
      </ErrorState>
    );
  const neighbour = (step: number) => {
    const one = reachable.at((at + step) % reachable.length)?.code ?? code;
    return { name: placeName(one, lang), href: provinceHref(view, one) };
  };
  return (
    <OnePage
      name={placeName(code, lang)}
      view={view}
      others={others}
      hrefWith={(filters) => provinceHref({ compare: null, filters }, code)}
      before={neighbour(-1)}
      after={neighbour(1)}
      beside={(theme, survey, asOf) =>
        survey && <PeerFigure {...{ code, others, theme, asOf }} survey={survey.id} />
      }
    />
  );
}
