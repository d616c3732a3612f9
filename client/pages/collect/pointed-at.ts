// Beside the field that the reviewer pointed at: why the response came back.
import type { SentBack } from '../../data/outbox-store.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Feedback } from './feedback.ts';
import { fieldId } from './form-layout.ts';
import type { FormValues } from './form-values.ts';

/** The same feedback, and the reviewer's words at the field that they are about. */
export function usePointedAt(
  feedback: Feedback,
  returned: SentBack | undefined,
  values: FormValues,
): Feedback {
  const { t } = useI18n();
  if (returned?.pointer === undefined) return feedback;
  const pointed = fieldId(returned.pointer, values);
  const said = t.collect.pointedAt(returned.reason);
  return {
    ...feedback,
    warnings: (field) =>
      field === pointed ? [said, ...feedback.warnings(field)] : feedback.warnings(field),
  };
}
