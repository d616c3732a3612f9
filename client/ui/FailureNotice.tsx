import type { ApiProblem } from '../data/api.ts';
import { failureText } from '../data/failure-text.ts';
import { useI18n } from '../i18n/i18n.ts';
import { Notice } from './Notice.tsx';

/** What was sent last came to nothing, and why; nothing while it did not. */
export function FailureNotice({ of }: { readonly of: ApiProblem | null }) {
  const { t } = useI18n();
  if (!of) return null;
  return (
    <Notice kind="error" live>
      {failureText(of, t)}
    </Notice>
  );
}
