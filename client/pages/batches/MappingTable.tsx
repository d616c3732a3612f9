import type { ComponentChildren } from 'preact';
import type {
  InspectedColumn,
  Inspection,
  MappingTarget,
} from '../../../shared/batch/inspection.ts';
import { surveyQuestions } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { arrowRight } from '../../ui/icons.ts';
import { clip } from './batch-facts.ts';
import { useFieldName } from './batch-words.ts';
import { ColumnResult } from './ColumnResult.tsx';
import type { RowFilter } from './check/row-filter.ts';
import { fieldsToChoose, isDisputed, targetOf, troublesOf, withTarget } from './column-choices.ts';
import { DateOrderChoice } from './DateOrderChoice.tsx';
import { asksToFill, FillDownChoice } from './FillDownChoice.tsx';
import type { Choices } from './upload-steps.ts';

interface MappingTableProps {
  readonly inspection: Inspection;
  readonly choices: Choices;
  /** said under the row of the date column, when years were read from two digits */
  readonly yearNote: string | null;
  readonly onChange: (choices: Choices) => void;
  /** every row is checked, and these are shown first */
  readonly onSee: (rows: RowFilter) => void;
}

/** One row a column: samples, what it is here, and how sure that is. */
export function MappingTable(props: MappingTableProps) {
  const { inspection } = props;
  const { t } = useI18n();
  const words = t.batches.columns;
  return (
    <table class="tbl map-t">
      <caption class="vh">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.sample}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.result}</th>
        </tr>
      </thead>
      <tbody>
        {inspection.columns.map((column, index) => (
          // headers may repeat, positions do not
          <ColumnRow key={`${index}`} {...props} column={column} position={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnRowProps extends MappingTableProps {
  readonly column: InspectedColumn;
  readonly position: number;
}

function ColumnRow(props: ColumnRowProps) {
  const { column, position, inspection, choices, yearNote, onChange, onSee } = props;
  const { t } = useI18n();
  const words = t.batches.columns;
  const name = column.header || words.unnamed(position);
  const troubles = troublesOf(inspection);
  const twice = isDisputed(column, troubles);
  const note = column.field === 'day' ? yearNote : null;
  const choose = (target: MappingTarget) => onChange(withTarget(choices, column.header, target));
  return (
    <>
      <tr class={twice ? 'decide' : note ? 'noted' : ''}>
        <th scope="row" class="col">
          {name}
        </th>
        <td class="sample">{column.samples.map((sample) => clip(sample, 60)).join(' · ')}</td>
        <td class="target">
          {column.field && <Icon of={arrowRight} small />}
          <TargetSelect
            column={column}
            value={targetOf(column, choices, troubles)}
            position={position}
            name={name}
            onChange={choose}
          />
        </td>
        <td>
          <ColumnResult column={column} choices={choices} twice={twice} onConfirm={choose} />
        </td>
      </tr>
      {note && (
        <Note>
          {note} <SeeRows header={column.header} code="date-two-digit-year" onSee={onSee} />
        </Note>
      )}
      {column.field === 'day' && inspection.datesSay.includes('mdy') && (
        <Note>
          <DateOrderChoice inspection={inspection} onChange={onChange} />
          <SeeRows header={column.header} onSee={onSee} />
        </Note>
      )}
      {asksToFill(column.field, inspection, choices) && (
        <Note>
          <FillDownChoice field={column.field} {...{ choices, onChange }} />
        </Note>
      )}
      {column.field === 'severity' && (
        <Note>
          <Direction
            value={choices.severityDirection ?? inspection.severityDirection}
            onChange={(severityDirection) => onChange({ severityDirection })}
          />
        </Note>
      )}
    </>
  );
}

interface SeeRowsProps extends Pick<MappingTableProps, 'onSee'> {
  readonly header: string;
  /** of what is said of the column; absent: of anything */
  readonly code?: string;
}

/** From what was decided of a column to the rows that it is about. */
function SeeRows({ header, code, onSee }: SeeRowsProps) {
  return (
    <Button kind="quiet" dense onClick={() => onSee({ kind: 'all', column: header, code })}>
      {useI18n().t.batches.columns.seeRows}
    </Button>
  );
}

function Note({ children }: { readonly children: ComponentChildren }) {
  return (
    <tr class="under">
      <td />
      <td colSpan={3}>{children}</td>
    </tr>
  );
}

interface TargetSelectProps {
  readonly column: InspectedColumn;
  readonly value: MappingTarget | null;
  readonly position: number;
  readonly name: string;
  readonly onChange: (target: MappingTarget) => void;
}

function TargetSelect({ column, value, position, name, onChange }: TargetSelectProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const nameOf = useFieldName();
  const others: readonly (readonly [MappingTarget, string])[] = [
    ['ignore', words.notUsed],
    ['number', words.running],
    ['personal', words.personal],
  ];
  const targets: readonly (readonly [MappingTarget, string])[] = [
    ...fieldsToChoose(surveyQuestions()).map((field) => [field, nameOf(field)] as const),
    ...others,
  ];
  return (
    <select
      class="inp"
      id={`column-${position}`}
      aria-label={words.fieldOf(name)}
      value={value ?? ''}
      // a column without a name cannot be named in the mapping that is sent
      disabled={column.header === ''}
      onChange={(event) => {
        const target = targets.find(([one]) => one === event.currentTarget.value);
        if (target) onChange(target[0]);
      }}
    >
      {value === null && <option value="">{words.choose}</option>}
      {targets.map(([one, label]) => (
        <option key={one} value={one}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface DirectionProps {
  readonly value: '5-is-most' | '1-is-most';
  readonly onChange: (value: '5-is-most' | '1-is-most') => void;
}

function Direction({ value, onChange }: DirectionProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  return (
    <fieldset class="direction">
      <legend>{words.direction}</legend>
      {(['5-is-most', '1-is-most'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="severity-direction"
            checked={one === value}
            onChange={() => onChange(one)}
          />
          {one === '5-is-most' ? words.fiveIsMost : words.oneIsMost}
        </label>
      ))}
    </fieldset>
  );
}
