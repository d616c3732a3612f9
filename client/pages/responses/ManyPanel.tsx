import { useEffect, useRef } from 'preact/hooks';
import type { DecisionOfMany } from '../../../shared/api/decisions-of-many.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { undo, x } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { howFar, skippedText, stateText } from './many-words.ts';
import { isGoingOn, type ManyDesk } from './use-many.ts';

/** How far a decision of many is, what came of it, and the one step back. */
export function ManyPanel({ many }: { readonly many: ManyDesk }) {
  const { t } = useI18n();
  const words = t.responses.many;
  const { action, failure, busy } = many;
  useSayProgress(action);
  if (!action) return null;
  const mayUndo = (action.state === 'done' || action.state === 'stopped') && action.done > 0;
  return (
    <section class="many-panel" aria-label={words.progress} data-outcome>
      {isGoingOn(action) ? (
        <UnderWay action={action} busy={busy} onStop={many.stop} />
      ) : (
        <p class="row between">
          <strong>{stateText(action, t)}</strong>
          <IconButton icon={x} label={t.common.close} onClick={many.dismiss} />
        </p>
      )}
      <LeftAsTheyAre action={action} />
      {failure && (
        <Notice kind="error" live>
          {t.common.failures[failure.type] ?? t.common.failures.unexpected}
        </Notice>
      )}
      {mayUndo && (
        <Button dense icon={undo} busy={busy} onClick={many.takeBack}>
          {words.undo}
        </Button>
      )}
    </section>
  );
}

interface UnderWayProps {
  readonly action: DecisionOfMany;
  readonly busy: boolean;
  readonly onStop: () => void;
}

function UnderWay({ action, busy, onStop }: UnderWayProps) {
  const { t } = useI18n();
  const words = t.responses.many;
  return (
    <>
      <Progress label={stateText(action, t)} done={howFar(action)} />
      <p class="row between small muted">
        <span>{words.goesOn}</span>
        {action.state === 'deciding' && (
          <Button dense busy={busy} onClick={onStop}>
            {busy ? words.stopping : words.stop}
          </Button>
        )}
      </p>
    </>
  );
}

/** How many, why, and the first of them to be opened. */
function LeftAsTheyAre({ action }: { readonly action: DecisionOfMany }) {
  const { t } = useI18n();
  const words = t.responses.many;
  const text = skippedText(action, t);
  if (!text) return null;
  return (
    <details class="small">
      <summary>{text}</summary>
      <ol>
        {action.exceptions.map(({ id, why }) => (
          <li key={`${id} ${why}`}>
            <a href={`#/responses/${id}`}>{id.slice(0, 8)}</a> · {words.why[why]('1')}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** A screen reader hears every quarter of it, and its end. */
function useSayProgress(action: DecisionOfMany | null): void {
  const { t } = useI18n();
  const said = useRef('');
  const quarter = action ? Math.floor(howFar(action) * 4) : 0;
  const what = action ? `${action.id} ${action.state} ${isGoingOn(action) ? quarter : ''}` : '';
  useEffect(() => {
    if (!action || said.current === what) return;
    said.current = what;
    announce(stateText(action, t));
  }, [what]);
}
