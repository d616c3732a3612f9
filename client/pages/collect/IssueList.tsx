import { useState } from 'preact/hooks';
import type { Question } from '../../../shared/survey/definition.ts';
import { limits } from '../../../shared/survey/limits.ts';
import { newIssueId } from '../../data/new-id.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { plus } from '../../ui/icons.ts';
import { emptyIssue, type IssueValues, isEmptyIssue } from './form-values.ts';
import { IssueCard } from './IssueCard.tsx';
import type { Around } from './question-props.ts';
import { UndoToast } from './UndoToast.tsx';

interface IssueListProps {
  readonly questions: readonly Question[];
  readonly around: Around;
  /** keys of issues with an error that is shown: their cards stay open */
  readonly bad: ReadonlySet<string>;
}

interface Removed {
  readonly issue: IssueValues;
  readonly index: number;
}

export function IssueList({ questions, around, bad }: IssueListProps) {
  const { t } = useI18n();
  const { issues } = around.values;
  const cards = useIssueCards(around);
  return (
    <>
      {issues.map((issue, index) => (
        <IssueCard
          key={issue.key}
          issue={issue}
          no={index + 1}
          open={cards.open.has(issue.key) || bad.has(issue.key) || issues.length === 1}
          bad={bad.has(issue.key)}
          fresh={cards.fresh === issue.key}
          questions={questions}
          around={around}
          change={(part) => cards.change(issue, part)}
          onOpen={() => cards.show(issue)}
          onCopy={issues.length < limits.issues.max ? () => cards.copy(index) : undefined}
          onMove={(by) => cards.move(index, by)}
          isLast={index === issues.length - 1}
          onRemove={issues.length > 1 ? () => cards.remove(index) : undefined}
        />
      ))}
      {cards.removed && (
        <UndoToast
          key={cards.removed.issue.key}
          text={t.collect.removed(formatNumber(cards.removed.index + 1))}
          onUndo={cards.bringBack}
          onClose={cards.forget}
        />
      )}
      <AddIssue count={issues.length} onAdd={cards.add} />
    </>
  );
}

/** Which cards are open, which one is new, which one was just removed. */
function useIssueCards({ values: { issues }, change }: Around) {
  const { t } = useI18n();
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(issues.slice(-1).map(cardKey)),
  );
  const [fresh, setFresh] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);

  const add = () => {
    const issue = emptyIssue(newIssueId());
    // finished cards close, so that the new one is near
    setOpen(new Set([...issues.filter(isEmptyIssue).map(cardKey), issue.key]));
    setFresh(issue.key);
    change({ issues: [...issues, issue] });
  };
  const remove = (index: number) => {
    const issue = issues[index];
    if (!issue) return;
    setRemoved(isEmptyIssue(issue) ? null : { issue, index });
    const rest = issues.filter((one) => one !== issue);
    if (!rest.some((one) => open.has(one.key))) setOpen(new Set(rest.slice(-1).map(cardKey)));
    change({ issues: rest });
    announce(t.collect.removed(formatNumber(index + 1)));
  };
  const bringBack = () => {
    if (!removed) return;
    setOpen(new Set([...open, removed.issue.key]));
    setFresh(removed.issue.key);
    const { index, issue } = removed;
    change({ issues: issues.toSpliced(index, 0, issue) });
    setRemoved(null);
  };
  const changeOne = (issue: IssueValues, part: Partial<IssueValues>) =>
    change({ issues: issues.map((one) => (one === issue ? { ...one, ...part } : one)) });
  const show = ({ key }: IssueValues) => setOpen(new Set([...open, key]));
  const forget = () => setRemoved(null);
  const arranging = useArranging({ issues, change }, ({ key }) => {
    setOpen(new Set([key]));
    setFresh(key);
  });

  return {
    open,
    fresh,
    removed,
    add,
    remove,
    ...arranging,
    bringBack,
    change: changeOne,
    show,
    forget,
  };
}

interface Arranged {
  readonly issues: readonly IssueValues[];
  readonly change: Around['change'];
}

/** A card beside its copy, or in another place. */
function useArranging({ issues, change }: Arranged, show: (issue: IssueValues) => void) {
  const { t } = useI18n();
  return {
    copy(index: number): void {
      const issue = issues[index];
      if (!issue) return;
      const again = { ...issue, key: newIssueId() };
      show(again);
      change({ issues: issues.toSpliced(index + 1, 0, again) });
    },
    move(index: number, by: -1 | 1): void {
      const issue = issues[index];
      if (!issue) return;
      change({ issues: issues.toSpliced(index, 1).toSpliced(index + by, 0, issue) });
      announce(t.collect.movedTo(formatNumber(index + by + 1)));
    },
  };
}

const cardKey = (issue: IssueValues) => issue.key;

function AddIssue({ count, onAdd }: { readonly count: number; readonly onAdd: () => void }) {
  const { t } = useI18n();
  const left = limits.issues.max - count;
  return (
    <div class="add-issue">
      {left > 0 && (
        <Button wide icon={plus} onClick={onAdd}>
          {t.collect.addIssue}
        </Button>
      )}
      <p class="small muted">{left > 0 ? t.collect.more(formatNumber(left)) : t.collect.full}</p>
    </div>
  );
}
