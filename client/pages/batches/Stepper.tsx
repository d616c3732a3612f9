import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { check } from '../../ui/icons.ts';
import { changesAsked } from './changes-asked.ts';
import type { Stage } from './upload-steps.ts';

const names = ['choose', 'columns', 'mend', 'send', 'receipt'] as const;

/** 0 to 4: which of the five steps a stage belongs to. */
function stepOf(stage: Stage): number {
  // what it asks came of sending
  if (stage.at === 'refused' && changesAsked(stage.refusal)) return 3;
  if (['choose', 'reading', 'sheets', 'refused'].includes(stage.at)) return 0;
  if (stage.at === 'columns') return 1;
  if (stage.at === 'checking' || stage.at === 'mend') return 2;
  return stage.at === 'done' ? 4 : 3;
}

export function Stepper({ stage }: { readonly stage: Stage }) {
  const { t } = useI18n();
  const current = stepOf(stage);
  return (
    <nav class="stepper no-print" aria-label={t.batches.steps.label}>
      <ol class="wrap page">
        {names.map((name, index) => (
          <li
            key={name}
            class={index < current ? 'done' : index === current ? 'cur' : ''}
            aria-current={index === current ? 'step' : undefined}
          >
            <b>{index < current ? <Icon of={check} small /> : index + 1}</b>
            <span>
              {t.batches.steps[name]}
              {index < current && <span class="vh"> {t.batches.steps.done}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
