// Asking for figures: the names that are asked for decide the type of the reply, so none can be forgotten.
import type { AnyFigure, FiguresReply, FiguresReplyOf } from '../../shared/api/figures.ts';
import { type ApiPath, paths, withQuery } from '../../shared/api/paths.ts';
import { type QueryState, useQuery } from './use-query.ts';

/** `filters` as they stand in an address. */
export function figuresPath(
  survey: string,
  names: readonly AnyFigure[],
  filters = new URLSearchParams(),
): ApiPath<'figures'> {
  const query = new URLSearchParams(filters);
  query.set('figures', names.join(','));
  return withQuery(paths.figures(encodeURIComponent(survey)), `${query}`);
}

/** The reply to a request for these figures. */
export function exactly<Name extends AnyFigure>(
  _names: readonly Name[],
  reply: FiguresReply,
): FiguresReplyOf<Name> {
  // what is asked for by name is there, with its claims: the server's tests hold it to that
  return reply as FiguresReplyOf<Name>;
}

/** Exactly these figures of everything a person may see, with what they claim. */
export function useFigures<Name extends AnyFigure>(
  survey: string,
  names: readonly Name[],
): QueryState<FiguresReplyOf<Name>> {
  const query = useQuery(figuresPath(survey, names));
  return { ...query, data: query.data && exactly(names, query.data) };
}
