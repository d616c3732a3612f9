import { useSession } from '../../../data/session.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { copy, presentation } from '../../../ui/icons.ts';
import { compareHref, sidesOf } from '../compare/sides.ts';
import { type DashboardView, presentHref } from '../view.ts';

/** Other ways to look at the same view. */
export function ViewLinks({ view }: { readonly view: DashboardView }) {
  const words = useI18n().t.dashboard;
  const { user } = useSession();
  if (user === null || user.role === 'enumerator') return null;
  return (
    <p class="links no-print">
      <a href={compareHref(sidesOf(view.filters))}>
        <Icon of={copy} small />
        {words.compare}
      </a>
      <a href={presentHref(view)}>
        <Icon of={presentation} small />
        {words.present}
      </a>
    </p>
  );
}
