import type { Person } from '../../../shared/api/people.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { circleCheck, clock, triangleAlert, x } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';

const looks = {
  active: { kind: 'ok', icon: circleCheck },
  invited: { kind: 'warning', icon: clock },
  expired: { kind: 'warning', icon: triangleAlert },
  disabled: { kind: 'offline', icon: x },
} as const;
const dayMs = 24 * 60 * 60 * 1000;

/** Whether somebody may come in, and how long a link still works. */
export function StateTag({ person }: { readonly person: Pick<Person, 'state' | 'invitation'> }) {
  const { t } = useI18n();
  const { state, invitation } = person;
  const left = invitation ? Date.parse(invitation.expiresAt) - Date.now() : 0;
  const text =
    state === 'invited'
      ? t.people.invitedFor(formatNumber(Math.max(1, Math.ceil(left / dayMs))))
      : t.people.states[state];
  return <Tag {...looks[state]}>{text}</Tag>;
}
