import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import { parsePeople } from '../../../shared/text/numbers.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { Feedback } from './feedback.ts';
import type { IssueValues } from './form-values.ts';

export interface IssueFieldsProps {
  readonly issue: IssueValues;
  readonly change: (part: Partial<IssueValues>) => void;
  readonly feedback: Feedback;
}

export function IssueFields(props: IssueFieldsProps) {
  const { issue, change, feedback } = props;
  const { t } = useI18n();
  const at = (name: string) => `f-${issue.key}-${name}`;
  return (
    <>
      <StrategyField {...props} />
      <TextInput
        id={at('title')}
        label={t.collect.problem}
        hint={t.collect.problemHint}
        error={feedback.error(at('title'))}
        value={issue.title}
        onInput={(title) => change({ title })}
        onLeave={() => feedback.leave(at('title'))}
      />
      <FieldNotes warnings={feedback.warnings(at('title'))} />
      <TextArea
        id={at('detail')}
        label={t.collect.detail}
        hint={t.collect.detailHint}
        optional
        error={feedback.error(at('detail'))}
        value={issue.detail}
        onInput={(detail) => change({ detail })}
        onLeave={() => feedback.leave(at('detail'))}
      />
      <FieldNotes warnings={feedback.warnings(at('detail'))} />
      <SeverityField {...props} />
      <AffectedField {...props} />
    </>
  );
}

/** People choose what it is about in everyday words; the strategy follows from it. */
function StrategyField({ issue, change, feedback }: IssueFieldsProps) {
  const { t } = useI18n();
  const id = `f-${issue.key}-strategy`;
  const known: readonly (Strategy | 'unsure')[] = [...strategies, 'unsure'];
  return (
    <RadioGroup
      id={id}
      label={t.collect.strategy}
      hint={t.collect.strategyHint}
      error={feedback.error(id)}
      value={issue.strategy || null}
      choices={[
        ...strategies.map((strategy) => ({
          value: strategy,
          label: t.collect.everyday[strategy],
          children: (
            <>
              <span class="everyday">{t.collect.everyday[strategy]}</span>
              <StrategyKey strategy={strategy} show="number" />
            </>
          ),
        })),
        { value: 'unsure', label: t.collect.unsure },
      ]}
      onChange={(chosen) => change({ strategy: known.find((one) => one === chosen) ?? '' })}
    />
  );
}

function SeverityField({ issue, change, feedback }: IssueFieldsProps) {
  const { t } = useI18n();
  const id = `f-${issue.key}-severity`;
  return (
    <RadioGroup
      id={id}
      label={t.collect.severity}
      error={feedback.error(id)}
      look="row"
      value={issue.severity || null}
      choices={t.common.severityWords.map((word, index) => ({
        value: String(index + 1),
        label: word,
        children: (
          <>
            <span class="sev" aria-hidden="true">
              {[0, 1, 2, 3, 4].map((bar) => (
                <i key={bar} class={bar <= index ? 'on' : ''} />
              ))}
            </span>
            <b>{index + 1}</b> {word}
          </>
        ),
      }))}
      onChange={(severity) => change({ severity })}
    />
  );
}

function AffectedField({ issue, change, feedback }: IssueFieldsProps) {
  const { t } = useI18n();
  const id = `f-${issue.key}-affected`;
  const people = parsePeople(issue.affected).people;
  return (
    <>
      <TextInput
        id={id}
        label={t.collect.affected}
        hint={t.collect.affectedHint}
        optional
        error={feedback.error(id)}
        value={issue.affected}
        autoComplete="off"
        onInput={(affected) => change({ affected })}
        onLeave={() => feedback.leave(id)}
      />
      <FieldNotes
        understood={people === null ? null : t.collect.affectedUnderstood(formatNumber(people))}
        warnings={feedback.warnings(id)}
      />
    </>
  );
}
