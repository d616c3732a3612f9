// What the form needs once its first question stands: the rules and what reads typed words, the fields and pages of a moment later.
// One file of its own (build/field-chunks.ts).

import { parseDate } from '../../../shared/survey/kinds/day.ts';
import { parseDay } from '../../../shared/text/dates.ts';
import { parseNumber, parsePeople } from '../../../shared/text/numbers.ts';
import { saveSet } from '../../data/outbox.ts';
import { fixSet } from '../../data/outbox-mending.ts';
import { dropPhotosOf } from '../../photos/photo-store.ts';
import { DayPicker } from '../../ui/DayPicker.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { CommonIssueList } from './CommonIssueList.tsx';
import { DraftList } from './DraftList.tsx';
import { checkForm } from './form-check.ts';
import { PhotosField } from './PhotosField.tsx';
import { PositionField } from './PositionField.tsx';
import { SavedSet } from './SavedSet.tsx';
import { SentBackNotice } from './SentBackNotice.tsx';
import { dayToAsk, StaleDay } from './StaleDay.tsx';
import { saveOne } from './save-as-file.ts';

export const rest = {
  parseDate,
  parseDay,
  parseNumber,
  parsePeople,
  saveSet,
  fixSet,
  dropPhotosOf,
  DayPicker,
  ClockNotice,
  CommonIssueList,
  DraftList,
  checkForm,
  PhotosField,
  PositionField,
  SavedSet,
  SentBackNotice,
  dayToAsk,
  StaleDay,
  saveOne,
};
