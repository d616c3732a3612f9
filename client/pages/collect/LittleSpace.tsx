import { sizeWords, useLittleSpace } from '../../data/storage-space.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Said before anything is filled in that this device may not be able to keep. */
export function LittleSpace() {
  const { t } = useI18n();
  const free = useLittleSpace();
  if (free === null) return null;
  return (
    <Notice kind="warning" title={t.collect.littleSpace(sizeWords(free))}>
      <p>{t.collect.littleSpaceWhy}</p>
    </Notice>
  );
}
