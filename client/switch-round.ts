// Somebody chooses another round: the same page of it, remembered as theirs; going back leads to the one before.
import { chooseRound } from './data/survey.ts';
import { sameInAnother } from './round-in-address.ts';
import { navigate } from './router.ts';

export function switchRound(id: string, path: string, query: URLSearchParams): void {
  chooseRound(id);
  navigate(sameInAnother(path, query), { round: id });
}
