// Beside the scroll bar: where among all rows something is to be fixed, and which part of them is in view. By keyboard Ctrl+↓ goes from
// one place to the next, so this is for a mouse alone.
import { useEffect, useState } from 'preact/hooks';
import { type MendDesk, readMarks } from '../check/mend-desk.ts';
import type { RowMark } from '../check/row-marks.ts';

interface MarksBarProps {
  readonly desk: Pick<MendDesk, 'version' | 'filter' | 'total'>;
  /** of the list, in pixels: what is in view of how much */
  readonly seen: { readonly scrollTop: number; readonly view: number };
  readonly height: number;
  readonly onGo: (row: number) => void;
}

const parts = 240;
const laterMs = 200;
/** fewer are seen at a glance */
const fewest = 20;

export function MarksBar({ desk, seen, height, onGo }: MarksBarProps) {
  const { total, version, filter } = desk;
  const marks = useMarks({ version, filter, total });
  if (total < fewest) return null;
  const per = 100 / Math.max(marks.length, 1);
  return (
    <div
      class="marks-bar"
      aria-hidden="true"
      onClick={({ currentTarget, clientY }) => {
        const { top, height } = currentTarget.getBoundingClientRect();
        onGo(Math.min(Math.floor(((clientY - top) / height) * total), total - 1));
      }}
    >
      {marks.map(
        (mark, at) =>
          mark && <i key={`${at} ${mark}`} class={mark} style={{ top: `${at * per}%` }} />,
      )}
      <b style={{ top: share(seen.scrollTop, height), height: share(seen.view, height) }} />
    </div>
  );
}

const share = (some: number, all: number): string =>
  `${Math.min(some / Math.max(all, 1), 1) * 100}%`;

function useMarks({ version, filter, total }: MarksBarProps['desk']): readonly (RowMark | null)[] {
  const [marks, setMarks] = useState<readonly (RowMark | null)[]>([]);
  useEffect(() => {
    if (total < fewest) return;
    let isOld = false;
    const read = () =>
      readMarks(parts).then(
        (found) => {
          if (!isOld) setMarks(found);
        },
        () => undefined, // the file was left meanwhile
      );
    // the rows themselves go first
    const timer = setTimeout(read, laterMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [version, filter, total]);
  return marks;
}
