import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { running } from '../../ui/Running.tsx';

export interface Task {
  readonly key: string;
  /** how many wait; null for what can always be done */
  readonly count: number | null;
  readonly tone?: 'error' | 'warning';
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly action: string;
}

/** What waits, the most urgent first; the first one has the page's main button. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useI18n();
  return (
    <section aria-label={t.home.waiting}>
      <ul class="tasks">
        {tasks.map((task, index) => (
          <li key={task.key}>
            <span class={`n ${task.tone ?? ''}`}>
              {task.count === null ? '+' : formatNumber(task.count)}
            </span>
            <div>
              <h2>{running(task.title)}</h2>
              <p>{running(task.text)}</p>
            </div>
            <ButtonLink kind={index === 0 ? 'primary' : 'outlined'} href={task.href}>
              {task.action}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
