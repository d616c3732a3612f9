// Thai is the master: whatever it says, English must say too, or it does not compile.
import type { account } from './th/account.ts';
import type { batches } from './th/batches.ts';
import type { brief } from './th/brief.ts';
import type { collect } from './th/collect.ts';
import type { dashboard } from './th/dashboard.ts';
import type { common } from './th/everywhere.ts';
import type { findings } from './th/findings.ts';
import type { focus } from './th/focus.ts';
import type { home } from './th/home.ts';
import type { how } from './th/how.ts';
import type { map } from './th/map.ts';
import type { mend } from './th/mend.ts';
import type { people } from './th/people.ts';
import type { plan } from './th/plan.ts';
import type { planMatrix } from './th/plan-matrix.ts';
import type { planReport } from './th/plan-report.ts';
import type { problems } from './th/problems.ts';
import type { quality } from './th/quality.ts';
import type { responses } from './th/responses.ts';
import type { rounds } from './th/rounds.ts';
import type { sending } from './th/sending.ts';
import type { shell } from './th/shell.ts';
import type { showing } from './th/showing.ts';
import type { signInService } from './th/sign-in-service.ts';
import type { snapshots } from './th/snapshots.ts';
import type { views } from './th/views.ts';
import type { violations } from './th/violations.ts';
import type { workbook } from './th/workbook.ts';

export interface Messages {
  readonly common: typeof common;
  readonly shell: typeof shell;
  readonly home: typeof home;
  readonly findings: typeof findings;
  readonly dashboard: typeof dashboard;
  readonly focus: typeof focus;
  readonly map: typeof map;
  readonly how: typeof how;
  readonly collect: typeof collect;
  readonly batches: typeof batches;
  readonly mend: typeof mend;
  readonly workbook: typeof workbook;
  readonly responses: typeof responses;
  readonly people: typeof people;
  readonly plan: typeof plan;
  readonly planMatrix: typeof planMatrix;
  readonly planReport: typeof planReport;
  readonly quality: typeof quality;
  readonly rounds: typeof rounds;
  readonly account: typeof account;
  readonly sending: typeof sending;
  readonly showing: typeof showing;
  readonly signInService: typeof signInService;
  readonly problems: typeof problems;
  readonly views: typeof views;
  readonly snapshots: typeof snapshots;
  readonly brief: typeof brief;
  readonly violations: typeof violations;
}

/** One folder of words. `common` and `shell` are always there; a page names the others it needs in the route table. */
export type Area = keyof Messages;
export type { Lang } from '../../shared/text/names.ts';
