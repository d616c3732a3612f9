import { formatPercent } from '../i18n/format.ts';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; null when it cannot be said */
  readonly done: number | null;
}

export function Progress({ label, done }: ProgressProps) {
  return (
    <div class="progress">
      <p class="row between small">
        <span>{label}</span>
        {done !== null && <span>{formatPercent(done, 0)}</span>}
      </p>
      <div
        class="prog"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={done === null ? undefined : Math.round(done * 100)}
      >
        <i style={{ width: `${(done ?? 0) * 100}%` }} />
      </div>
    </div>
  );
}
