import { useI18n } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { eyeOff } from '../../../ui/icons.ts';

/** Stands where shares would: under a base of 5 none are shown. */
export function TooFew() {
  const { t } = useI18n();
  return <EmptyState icon={eyeOff} title={t.dashboard.tooFewTitle} text={t.dashboard.tooFewWhy} />;
}
