// A cell as it is shown before anything is sent: without personal data, and a bounded part of it.
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseText } from '../text/thai.ts';

/** characters */
const longest = 2000;

export function shownCell(cell: string): string {
  return removePersonalData(normaliseText(cell.slice(0, longest))).text;
}
