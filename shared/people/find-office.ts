// The office that a cell of a file means.
import type { Office } from '../api/offices.ts';
import { allNames } from '../text/names.ts';

/** By its id or a name of its own. */
export function findOfficeIn(offices: readonly Office[], text: string): Office | undefined {
  const key = text.toLowerCase();
  const byId = offices.find(({ id }) => id.toLowerCase() === key);
  return byId ?? offices.find((one) => allNames(one).some((name) => name.toLowerCase() === key));
}
