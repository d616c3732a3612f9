import type { InspectedColumn, MappingTarget } from '../../../shared/batch/inspection.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { check, circleCheck, circleHelp, eyeOff, triangleAlert } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';
import { useFieldName } from './batch-words.ts';
import { isGuess } from './column-choices.ts';
import type { Choices } from './upload-steps.ts';

interface ResultProps {
  readonly column: InspectedColumn;
  readonly choices: Choices;
  readonly twice: boolean;
  readonly onConfirm: (target: MappingTarget) => void;
}

/** A word for the certainty; a guess can be confirmed on the spot. */
export function ColumnResult({ column, choices, twice, onConfirm }: ResultProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  if (twice)
    return (
      <Tag kind="warning" icon={triangleAlert}>
        {words.decide}
      </Tag>
    );
  if (column.personal)
    return (
      <Tag kind="offline" icon={eyeOff}>
        {words.personal}
      </Tag>
    );
  if (column.runningNumber) return <span class="small muted">{words.running}</span>;
  if (column.proposed && !(choices.mapping && column.header in choices.mapping))
    return <Proposed header={column.header} field={column.proposed} onConfirm={onConfirm} />;
  if (column.field === null) return <span class="small muted">{words.left}</span>;
  if (isGuess(column, choices)) {
    const { field } = column;
    return (
      <span class="row guess">
        <Tag kind="warning" icon={circleHelp}>
          {words.likely}
        </Tag>
        <Button dense label={words.confirm(column.header)} onClick={() => onConfirm(field)}>
          {words.yes}
        </Button>
      </span>
    );
  }
  const chosen = choices.mapping && column.header in choices.mapping;
  return (
    <Tag kind="ok" icon={chosen ? check : circleCheck}>
      {chosen ? words.chosen : words.certain}
    </Tag>
  );
}

interface ProposedProps {
  readonly header: string;
  readonly field: MappingTarget;
  readonly onConfirm: (target: MappingTarget) => void;
}

/** The header hints at a field, and the cells do not bear it out: only a person makes it one. */
function Proposed({ header, field, onConfirm }: ProposedProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const name = useFieldName()(field);
  return (
    <span class="row guess">
      <span class="small muted">{words.left}</span>
      <Button dense label={words.propose(header, name)} onClick={() => onConfirm(field)}>
        {words.useAs(name)}
      </Button>
    </span>
  );
}
