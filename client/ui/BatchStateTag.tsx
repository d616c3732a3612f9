import type { Batch } from '../../shared/api/batches.ts';
import { type StateKey, stateOf } from '../data/batch-state.ts';
import { useI18n } from '../i18n/i18n.ts';
import type { IconShapes } from './Icon.tsx';
import { circleAlert, circleCheck, clock, triangleAlert, undo } from './icons.ts';
import { type NoticeKind, Tag } from './Notice.tsx';

const looks: Readonly<Record<StateKey, readonly [NoticeKind, IconShapes]>> = {
  complete: ['ok', circleCheck],
  toFix: ['error', circleAlert],
  outside: ['warning', triangleAlert],
  mended: ['ok', circleCheck],
  mending: ['offline', undo],
  loading: ['offline', clock],
  interrupted: ['warning', triangleAlert],
  withdrawn: ['offline', undo],
  withdrawing: ['offline', clock],
  'bringing-back': ['offline', clock],
  refused: ['error', circleAlert],
};

/** The state of a batch as an icon and a word. */
export function BatchStateTag({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const state = stateOf(batch);
  const [kind, icon] = looks[state];
  return (
    <Tag kind={kind} icon={icon}>
      {t.batches.states[state]}
    </Tag>
  );
}
