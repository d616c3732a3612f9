// The countable part of every issue, in memory, as columns (design: the file's neighbours). Derived data: may be dropped and rebuilt at any time.
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import type { StoredResponse } from '../responses/response.model.ts';

/** what facts need of a response; anything else about it is the database's business */
export type Countable = Pick<
  StoredResponse,
  '_id' | 'survey' | 'version' | 'status' | 'channel' | 'day' | 'place' | 'respondent' | 'issues' | 'batch' | 'office' | 'receivedAt' | 'withdrawnAt'
>;

export interface Question {
  readonly survey: string;
  readonly filters: Filters;
  readonly scope: Scope;
}
