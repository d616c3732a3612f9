import type { Round } from '../../../shared/api/rounds.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { circleCheck, clock, pencil, x } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';

/** Whether it takes responses, and if not, why. */
export function RoundStateTag({
  round,
}: {
  readonly round: Pick<Round, 'state' | 'open' | 'opensAt'>;
}) {
  const { t } = useI18n();
  const words = t.rounds.states;
  const { state, open, opensAt } = round;
  if (state === 'draft')
    return (
      <Tag kind="warning" icon={pencil}>
        {words.draft}
      </Tag>
    );
  if (state !== 'open')
    return (
      <Tag kind="offline" icon={x}>
        {words[state]}
      </Tag>
    );
  if (open)
    return (
      <Tag kind="ok" icon={circleCheck}>
        {words.open}
      </Tag>
    );
  const isEarly = opensAt !== null && Date.parse(opensAt) > Date.now();
  return (
    <Tag kind="warning" icon={clock}>
      {words[isEarly ? 'not-yet' : 'over']}
    </Tag>
  );
}
