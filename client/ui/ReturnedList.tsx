import { useState } from 'preact/hooks';
import type { Response } from '../../shared/api/responses.ts';
import { placeLine } from '../../shared/places/place-line.ts';
import { useOfficeName } from '../data/offices.ts';
import { reviseSet } from '../data/outbox-mending.ts';
import { sentBackOf } from '../data/returned.ts';
import { surveyQuestions } from '../data/survey.ts';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { useI18n } from '../i18n/i18n.ts';
import { pointerText } from '../i18n/pointer-text.ts';
import { navigate } from '../router.ts';
import { Button } from './Button.tsx';
import { pencil } from './icons.ts';
import { Notice } from './Notice.tsx';
import { running } from './Running.tsx';

interface ReturnedListProps {
  readonly responses: readonly Response[];
  /** who mends them */
  readonly owner: string;
}

/** What reviewers sent back: why, from which office, and the way to mend it. */
export function ReturnedList({ responses, owner }: ReturnedListProps) {
  return (
    <ul class="list mt2">
      {responses.map((response) => (
        <ReturnedItem key={response.id} response={response} owner={owner} />
      ))}
    </ul>
  );
}

interface ReturnedItemProps {
  readonly response: Response;
  readonly owner: string;
}

function ReturnedItem({ response, owner }: ReturnedItemProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.common.returned;
  const officeName = useOfficeName();
  const [failed, setFailed] = useState(false);
  const { id, place, issues, changedAt, row, line } = response;
  const said = sentBackOf(response);
  const title = issues[0]?.title ?? placeLine(place, lang);
  const office = said?.office && officeName(said.office, lang);
  const inFile = row !== null && line !== null && words.row(formatNumber(row), formatNumber(line));
  const about =
    said?.pointer &&
    pointerText(said.pointer, { issues: issues.length, questions: surveyQuestions() }, speech);
  const revise = () =>
    void reviseSet(response, owner, lang).then(
      () => navigate(`/collect?draft=${id}`),
      () => setFailed(true),
    );
  return (
    <li class="returned">
      <a href={`#/responses/${id}`}>{title}</a>
      <small>
        {[inFile, placeLine(place, lang), office, formatInstant(changedAt, lang)]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {said?.reason && <p>{running(words.because(said.reason))}</p>}
      {about && <p class="small muted">{words.about(about)}</p>}
      {failed && (
        <Notice kind="error" live>
          {words.failed}
        </Notice>
      )}
      <p class="mt2">
        <Button dense icon={pencil} label={words.reviseWhich(title)} onClick={revise}>
          {words.revise}
        </Button>
      </p>
    </li>
  );
}
