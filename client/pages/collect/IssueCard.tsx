import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { arrowDown, arrowUp, copy as copyIcon, pencil, trash } from '../../ui/icons.ts';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { useRest } from './form-rest.ts';
import { type IssueValues, isEmptyIssue, strategyChoices } from './form-values.ts';
import { IssueFields, type IssueFieldsProps } from './IssueFields.tsx';

interface IssueCardProps extends IssueFieldsProps {
  /** from 1 */
  readonly no: number;
  readonly open: boolean;
  /** has an error that is shown */
  readonly bad: boolean;
  /** takes the focus when it appears */
  readonly fresh: boolean;
  readonly onOpen: () => void;
  /** absent: the last one cannot be removed */
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  /** absent: there may be no more */
  readonly onCopy?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}

export function IssueCard(props: IssueCardProps) {
  const { issue, no, open, bad, fresh, onOpen, onRemove } = props;
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  const number = formatNumber(no);
  // only when the card appears
  useEffect(() => {
    if (!fresh) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  const look = bad ? 'issue bad' : open ? 'issue open' : 'issue';
  return (
    <section class={look} aria-labelledby={`f-${issue.key}-heading`}>
      <div class="h">
        <h3 id={`f-${issue.key}-heading`} ref={heading} tabIndex={-1}>
          {t.collect.issue(number)}
        </h3>
        <span class="row tight">
          {!open && (
            <Button kind="quiet" icon={pencil} label={t.collect.editIssue(number)} onClick={onOpen}>
              {t.collect.edit}
            </Button>
          )}
          {onRemove && (
            <IconButton icon={trash} label={t.collect.removeIssue(number)} onClick={onRemove} />
          )}
        </span>
      </div>
      <div class="c">
        {open ? <IssueFields {...props} /> : <IssueSummary issue={issue} />}
        {!isEmptyIssue(issue) && <Arrange {...props} />}
      </div>
    </section>
  );
}

/** What else may be done with a card. */
function Arrange({ no, isLast, onCopy, onMove }: IssueCardProps) {
  const { t } = useI18n();
  const number = formatNumber(no);
  const words = t.collect;
  return (
    <p class="row tight arrange">
      {onCopy && (
        <Button dense kind="quiet" icon={copyIcon} label={words.copyIssue(number)} onClick={onCopy}>
          {words.copy}
        </Button>
      )}
      {no > 1 && (
        <Button
          dense
          kind="quiet"
          icon={arrowUp}
          label={words.moveIssueUp(number)}
          onClick={() => onMove(-1)}
        >
          {words.moveUp}
        </Button>
      )}
      {!isLast && (
        <Button
          dense
          kind="quiet"
          icon={arrowDown}
          label={words.moveIssueDown(number)}
          onClick={() => onMove(1)}
        >
          {words.moveDown}
        </Button>
      )}
    </p>
  );
}

function IssueSummary({ issue }: { readonly issue: IssueValues }) {
  const { t } = useI18n();
  const people = useRest()?.parsePeople(issue.affected).people ?? null;
  const strategy = strategyChoices.find((one) => one === issue.strategy);
  return (
    <>
      <p>
        <strong>{issue.title || t.collect.noProblemYet}</strong>
      </p>
      {strategy && (
        <p>{strategy === 'unsure' ? t.collect.unsure : <StrategyKey strategy={strategy} />}</p>
      )}
      <p class="small muted row">
        <SeverityMark level={issue.severity === '' ? null : Number(issue.severity)} />
        {people !== null && <span>{t.collect.affectedIs(formatNumber(people))}</span>}
        {issue.photos.length > 0 && (
          <span>{t.collect.photos.count(formatNumber(issue.photos.length))}</span>
        )}
      </p>
    </>
  );
}
