import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { SheetFound } from '../../../shared/workbook/reading/sheets.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Phrases } from '../../ui/Layout.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import type { OpenWorkbook } from '../../workbook/open-workbook.ts';
import { StepHead } from './StepHead.tsx';
import './sheet-step.css';

interface SheetStepProps {
  readonly workbook: OpenWorkbook;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onTake: (sheet: string, withoutHidden: boolean) => void;
  readonly onBack: () => void;
}

/** A workbook with several sheets, or one with hidden rows: what is to be read of it. */
export function SheetStep({ workbook, headingRef, onTake, onBack }: SheetStepProps) {
  const words = useI18n().t.workbook;
  const filled = workbook.sheets.filter(({ rows }) => rows > 0);
  const [name, setName] = useState(filled.find(({ isHidden }) => !isHidden)?.name ?? '');
  const [withoutHidden, setWithoutHidden] = useState(false);
  const sheet = filled.find((one) => one.name === name);
  const empty = workbook.sheets.length - filled.length;
  return (
    <>
      <StepHead title={words.title} text={words.lead(workbook.file.name)} headingRef={headingRef} />
      <div class="panel sheets">
        <RadioGroup
          label={words.sheets}
          value={name}
          onChange={setName}
          choices={filled.map((one) => ({
            value: one.name,
            label: one.name,
            children: <SheetLine sheet={one} />,
          }))}
        />
        {empty > 0 && <p class="muted small">{words.empty(empty)}</p>}
        {sheet && sheet.hiddenRows > 0 && (
          <label class="hidden-rows mt4">
            <input
              type="checkbox"
              checked={withoutHidden}
              onChange={({ currentTarget }) => setWithoutHidden(currentTarget.checked)}
            />
            <span>{words.leaveHidden(sheet.hiddenRows)}</span>
          </label>
        )}
        {sheet && sheet.mergedCells > 0 && (
          <p class="mt4">
            <Phrases text={words.merged(sheet.mergedCells)} />
          </p>
        )}
        <p class="muted small mt4">{words.asCsv}</p>
      </div>
      <p class="row mt4">
        <Button kind="primary" disabled={!sheet} onClick={() => onTake(name, withoutHidden)}>
          {words.take}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </p>
    </>
  );
}

function SheetLine({ sheet }: { readonly sheet: SheetFound }) {
  const words = useI18n().t.workbook;
  return (
    <span class="sheet-line">
      <b>{sheet.name}</b> <span class="muted">{words.rows(sheet.rows)}</span>
      {sheet.isHidden && <span class="muted"> · {words.isHidden}</span>}
      {sheet.begins.map((cells) => (
        <span key={cells.join()} class="sheet-row small muted">
          {cells.join(' · ')}
        </span>
      ))}
    </span>
  );
}
