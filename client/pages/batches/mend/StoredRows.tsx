// What of a checked file is stored already, and what becomes of rows that say something else under the same id.
import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../../data/api.ts';
import { useOfficeName } from '../../../data/offices.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { copyCheck } from '../../../ui/icons.ts';
import { useFieldName } from '../batch-words.ts';
import type { FieldDifference } from '../check/checking.ts';
import type { ChangedRow, ComparedRows } from '../check/compare-stored.ts';
import { useDecisions } from '../check/file-decisions.ts';
import { compareRows, decideForFile, differenceOf, type MendDesk } from '../check/mend-desk.ts';

interface StoredRowsProps {
  readonly desk: MendDesk;
  readonly survey: string;
}

export function StoredRows({ desk, survey }: StoredRowsProps) {
  const words = useI18n().t.mend.stored;
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { compared, comparing } = desk;
  const ask = () => {
    setProblem(null);
    compareRows(survey).catch((error: unknown) => {
      if (error instanceof ApiProblem) setProblem(error);
    });
  };
  return (
    <section class="panel mt4" aria-labelledby="stored-title">
      <h2 id="stored-title">{words.title}</h2>
      <FailureNotice of={problem} />
      {compared ? (
        <Compared compared={compared} survey={survey} />
      ) : (
        <>
          <p class="small muted">{words.lead}</p>
          <p class="row mt2">
            <Button dense icon={copyCheck} busy={comparing !== null} onClick={ask}>
              {words.ask}
            </Button>
            {comparing !== null && <span role="status">{words.asking(comparing)}</span>}
          </p>
        </>
      )}
    </section>
  );
}

function Compared({
  compared,
  survey,
}: Omit<StoredRowsProps, 'desk'> & { compared: ComparedRows }) {
  const { t, lang } = useI18n();
  const officeName = useOfficeName();
  const words = t.mend.stored;
  const { changed: chosen } = useDecisions();
  const { fresh, same, changed, changedCount, elsewhere } = compared;
  const offices = Object.entries(elsewhere).map(([office, rows]) =>
    words.from(officeName(office, lang), rows),
  );
  return (
    <>
      <p role="status">{words.result(fresh, same, changedCount)}</p>
      {offices.length > 0 && <p class="small muted">{offices.join(' · ')}</p>}
      {changedCount > 0 && (
        <>
          <ul class="changed-rows">
            {changed.slice(0, 10).map((row) => (
              <OneChanged key={row.row} changed={row} survey={survey} />
            ))}
          </ul>
          <fieldset class="direction mt2">
            <legend>{words.decide}</legend>
            {(['keep', 'replace'] as const).map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name="changed"
                  checked={chosen === choice}
                  onChange={() => decideForFile({ changed: choice })}
                />
                {words[choice]}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </>
  );
}

function OneChanged({
  changed,
  survey,
}: {
  readonly changed: ChangedRow;
  readonly survey: string;
}) {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const words = t.mend.stored;
  const differences = useDifference(survey, changed);
  return (
    <li>
      <a href={`#/responses/${changed.id}`}>{words.row(changed.row)}</a>{' '}
      {differences?.map(({ field, before, after }) => (
        <span key={field} class="small">
          {nameOf(field)}: <del>{before || t.mend.empty}</del> → <ins>
            {after || t.mend.empty}
          </ins>{' '}
        </span>
      ))}
    </li>
  );
}

function useDifference(survey: string, changed: ChangedRow): readonly FieldDifference[] | null {
  const [found, setFound] = useState<readonly FieldDifference[] | null>(null);
  useEffect(() => {
    let isOld = false;
    differenceOf(survey, changed).then(
      (differences) => {
        if (!isOld) setFound(differences);
      },
      () => undefined, // another place's, or gone: the row is listed without it
    );
    return () => {
      isOld = true;
    };
  }, [survey, changed]);
  return found;
}
