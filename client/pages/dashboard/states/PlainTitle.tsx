import { useSession } from '../../../data/session.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName } from '../../../i18n/names.ts';
import type { DashboardView } from '../view.ts';

/** The page is named before anything is known about it; `null`: not even which view it is of. */
export function PlainTitle({ view }: { readonly view: DashboardView | null }) {
  const { t, lang } = useI18n();
  const scope = useSession().user?.scope;
  return (
    <section class="lead">
      <h1>
        {view === null
          ? t.shell.titles.dashboard
          : t.dashboard.leadPlain(areaName({ ...view.filters, scope }, lang, t))}
      </h1>
    </section>
  );
}
