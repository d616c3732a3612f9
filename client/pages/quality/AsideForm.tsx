import type { ApiPath } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { AskReason } from '../../ui/AskReason.tsx';

interface AsideFormProps {
  readonly path: ApiPath<'flagAside'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks why it may be so. */
export function AsideForm({ path, onDone, onCancel }: AsideFormProps) {
  const words = useI18n().t.quality;
  return (
    <AskReason
      id="aside-reason"
      why={words.setAsideWhy}
      words={{ ...words, submit: words.setAsideDo, busy: words.saving }}
      onSend={(reason) => api(path, { method: 'PUT', body: { reason } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
