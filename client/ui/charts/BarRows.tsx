// Rows of a label (text and links, in the page) and a bar (drawn). On a phone labels may stand above their bars.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { barConfig } from './bar-config.ts';
import type { BarPoint } from './bar-plugins.ts';
import { ChartStage } from './ChartStage.tsx';
import type { ChartTheme } from './chart-theme.ts';
import type { StagePoint } from './StageFrame.tsx';
import { useNarrow } from './use-narrow.ts';

export interface BarRow {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly bar: Omit<BarPoint, 'y'>;
  /** its numbers, for who does not see the bar; what stands at its end when absent */
  readonly numbers?: string;
  readonly point: StagePoint | null;
}

interface BarRowsProps {
  /** the same array as long as nothing changed */
  readonly rows: readonly BarRow[];
  readonly theme: ChartTheme;
  readonly label: string;
  readonly hint: string;
  readonly role: string;
  /** px at normal letter size */
  readonly rowHeight: number;
  readonly thickness: number;
  /** at the least; longer texts get more */
  readonly labelRoom: number;
  readonly stackOnPhone?: boolean;
}

/** px that the text at the end of a bar takes, at most: signs above and below a letter take none. A text on an empty row has its room. */
function endRoom({ bar }: BarRow): number {
  const letters = (text: string) => text.replace(/\p{M}/gu, '').length;
  if (bar.x === 0 || bar.pair !== undefined) return 0;
  return 12 + letters(bar.value) * 9.5 + 5 + letters(bar.note) * 8;
}

const stackedRow = 74;
/** px from the middle of a stacked row down to its bar */
const stackedDown = 20;

export function BarRows(props: BarRowsProps) {
  const { rows, theme, label, hint, role, stackOnPhone } = props;
  const stacked = useNarrow() && stackOnPhone === true;
  const scale = theme.rem / 16;
  const rowHeight = (stacked ? stackedRow : props.rowHeight) * scale;
  const down = stacked ? stackedDown * scale : 0;
  const thickness = props.thickness * scale;
  const labelRoom = Math.max(props.labelRoom, ...rows.map(endRoom)) * scale;
  const config = useMemo(
    () =>
      barConfig(
        rows.map(({ bar }, y) => ({ ...bar, y })),
        { thickness, labelRoom, down },
        theme,
      ),
    [rows, theme, thickness, labelRoom, down],
  );
  const points = useMemo(() => rows.map(({ point }) => point), [rows]);
  return (
    <div
      class={stacked ? 'bar-rows stacked' : 'bar-rows'}
      style={{ '--row': `${rowHeight}px`, '--rows': rows.length }}
    >
      <ol class="bar-labels">
        {rows.map((row) => (
          <li key={row.key}>
            {row.label}
            <span class="vh"> {row.numbers ?? `${row.bar.value} ${row.bar.note}`.trim()}</span>
          </li>
        ))}
      </ol>
      <ChartStage
        config={config}
        points={points}
        label={label}
        hint={hint}
        role={role}
        height={rows.length * rowHeight + down}
      />
    </div>
  );
}
