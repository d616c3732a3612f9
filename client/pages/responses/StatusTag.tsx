import type { Status } from '../../../shared/api/responses.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { IconShapes } from '../../ui/Icon.tsx';
import { check, circleCheck, clock, undo, x } from '../../ui/icons.ts';
import { type NoticeKind, Tag } from '../../ui/Notice.tsx';

const looks: Readonly<Record<Status, readonly [NoticeKind, IconShapes]>> = {
  received: ['offline', clock],
  endorsed: ['offline', check],
  approved: ['ok', circleCheck],
  returned: ['warning', undo],
  rejected: ['error', x],
};

export function StatusTag({ status }: { readonly status: Status }) {
  const { t } = useI18n();
  const [kind, icon] = looks[status];
  return (
    <Tag kind={kind} icon={icon}>
      {t.common.statuses[status]}
    </Tag>
  );
}
