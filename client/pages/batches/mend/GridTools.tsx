// What can be done in the grid without knowing its keys.
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { eyeOff, pencil, redo, undo } from '../../../ui/icons.ts';
import { findShownRow, type MendDesk, redoChange, undoChange } from '../check/mend-desk.ts';
import type { useGrid } from './use-grid.ts';

interface GridToolsProps {
  readonly desk: MendDesk;
  readonly grid: ReturnType<typeof useGrid>;
}

export function GridTools({ desk, grid }: GridToolsProps) {
  const words = useI18n().t.mend;
  const { chosen, undoable, redoable, total } = desk;
  const said = words.chosen(chosen.cells, chosen.values, chosen.left);
  const { row } = grid;
  const isLeft = row !== undefined && row.leftOut !== null;
  return (
    <div class="mend-tools">
      <span class="row">
        <Button dense icon={undo} disabled={undoable === 0} onClick={() => void undoChange()}>
          {words.undo}
        </Button>
        <Button dense icon={redo} disabled={redoable === 0} onClick={() => void redoChange()}>
          {words.redo}
        </Button>
        <Button dense icon={pencil} disabled={!row?.isWhole || isLeft} onClick={grid.edit}>
          {words.edit}
        </Button>
        <Button dense icon={eyeOff} disabled={!row} onClick={grid.leave}>
          {isLeft ? words.bring : words.leave}
        </Button>
      </span>
      {said !== '' && (
        <span class="small muted">
          {said} · {words.kept}
        </span>
      )}
      <GoTo disabled={total === 0} onGo={async (to) => grid.go(await findShownRow(to), 0)} />
    </div>
  );
}

interface GoToProps {
  readonly disabled: boolean;
  readonly onGo: (row: number) => Promise<void>;
}

function GoTo({ disabled, onGo }: GoToProps) {
  const words = useI18n().t.mend;
  return (
    <label class="small goto">
      {words.goTo}
      <input
        class="inp"
        inputMode="numeric"
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => {
          const row = Number(value.replaceAll(/\D/g, ''));
          if (row > 0) void onGo(row);
        }}
      />
    </label>
  );
}
