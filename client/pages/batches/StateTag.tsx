import type { Batch } from '../../../shared/api/batches.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { IconShapes } from '../../ui/Icon.tsx';
import { circleAlert, circleCheck, clock, triangleAlert, undo } from '../../ui/icons.ts';
import { type NoticeKind, Tag } from '../../ui/Notice.tsx';
import { type StateKey, stateOf } from './batch-facts.ts';

const looks: Readonly<Record<StateKey, readonly [NoticeKind, IconShapes]>> = {
  complete: ['ok', circleCheck],
  toFix: ['error', circleAlert],
  loading: ['offline', clock],
  interrupted: ['warning', triangleAlert],
  withdrawn: ['offline', undo],
  refused: ['error', circleAlert],
};

/** The state of a batch as an icon and a word. */
export function StateTag({ batch }: { readonly batch: Pick<Batch, 'state' | 'counts'> }) {
  const { t } = useI18n();
  const state = stateOf(batch);
  const [kind, icon] = looks[state];
  return (
    <Tag kind={kind} icon={icon}>
      {t.batches.states[state]}
    </Tag>
  );
}
