// What facts need of a response; anything else about it is the database's business.
import type { Status } from '../../shared/api/responses.ts';
import type { Channel, CheckedIssue, RespondentType } from '../../shared/survey/response.ts';

export interface Countable {
  readonly _id: string;
  readonly survey: string;
  readonly version: number;
  readonly status: Status;
  readonly channel: Channel;
  readonly day: string | null;
  readonly place: { readonly province: string; readonly districtCode: string | null };
  readonly respondent: { readonly type: RespondentType | null };
  readonly issues: readonly Pick<
    CheckedIssue,
    'id' | 'strategy' | 'subPlan' | 'severity' | 'affected'
  >[];
  readonly batch: string | null;
  readonly office: string;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  readonly withdrawnAt: Date | null;
  /** its file may still be refused as a whole */
  readonly held?: boolean;
  /** its file was refused as a whole, and it goes */
  readonly leaving?: boolean;
}

/** the same as a projection */
export const countableFields = {
  survey: 1,
  version: 1,
  status: 1,
  channel: 1,
  day: 1,
  'place.province': 1,
  'place.districtCode': 1,
  'respondent.type': 1,
  'issues.id': 1,
  'issues.strategy': 1,
  'issues.subPlan': 1,
  'issues.severity': 1,
  'issues.affected': 1,
  batch: 1,
  office: 1,
  receivedAt: 1,
  changedAt: 1,
  withdrawnAt: 1,
  held: 1,
  leaving: 1,
} as const;

/** Why nothing can be counted of a stored document, whatever wrote it; undefined when it has the shape of a response. */
export function whyUncountable(response: Countable): string | undefined {
  const { place, respondent, issues, receivedAt, changedAt } = response;
  if (typeof response._id !== 'string') return 'its _id is none';
  if (typeof response.survey !== 'string') return 'its survey is none';
  if (!Number.isInteger(response.version)) return 'its version is none';
  if (typeof place?.province !== 'string') return 'its place is none';
  if (typeof respondent !== 'object' || respondent === null) return 'its respondent is none';
  if (!Array.isArray(issues)) return 'its issues are none';
  if (typeof response.office !== 'string') return 'its office is none';
  if (!(receivedAt instanceof Date && changedAt instanceof Date)) return 'its times are none';
  return undefined;
}
