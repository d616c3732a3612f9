import type { planReport as thai } from '../th/plan-report.ts';

const things = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;

export const planReport: typeof thai = {
  title: 'Report on the plan',
  titleOf: (year) => `Report on the plan, fiscal year ${year}`,
  kind: (year) => `Report on the plan, ${year}`,
  kept: (year) => `Report on the plan, ${year}`,
  preview:
    'This is a preview. Once kept, the numbers of this year and of the one before are fixed and can be cited.',
  keep: 'Keep as fixed numbers',
  ofSnapshots: (id, before) =>
    `The numbers of this report are the snapshots ${id} and, of the year before, ${before}. Words, quotations and projects are of today.`,
  cite: (id, before) => `Snapshot ${id} · year before ${before}`,
  toPreview: 'See the numbers of now',
  toPlan: 'Back to the plan',
  toSubPlan: 'Back to the sub-plan',
  toReport: 'Report on all sub-plans',
  sheet: 'One A4 page',
  missing: 'There is no such report',
  missingWhy:
    'A report needs the snapshots of a fiscal year and of the one before it, in one round.',
  noYear: 'There is no fiscal year to report on yet',
  noYearWhy: 'Once there are responses that say their day, their year can be reported on.',
  progress: (n, of) => `Preparing page ${n} of ${of}`,
  reading: 'Reading…',
  page: (n, of) => `Page ${n}/${of}`,
  pageHead: 'Page',
  cover: 'Cover',
  contents: 'Contents',
  share: 'Raised by',
  against: (year) => `Against ${year}`,
  changes: { more: 'more', less: 'less', same: 'not clear' },
  coverFinding: (all, more, less, year) =>
    more === '0' && less === '0'
      ? `Of ${things(all, 'sub-plan', 'sub-plans')} none is raised clearly more or less than in ${year}`
      : `Of ${things(all, 'sub-plan', 'sub-plans')} ${more} are raised clearly more than in ${year}, and ${less} clearly less`,
  howClear:
    '“Clear” is a difference beyond what chance explains (95%), all sub-plans compared at once. It says nothing of causes.',
  sorted: (n, of) =>
    `Shares are of the ${things(n, 'response that belongs', 'responses that belong')} to a sub-plan, out of ${of} of this year; the others are not sorted yet`,
  reporting: (n, of) => `${n} of ${of} provinces have reported`,
  projectsOf: (n, budget, year) =>
    `${things(n, 'project', 'projects')} in the plan, with ${budget} million baht in ${year}`,
  asOfs: (when) => `Counted as of ${when}`,
  retired: 'This sub-plan is retired',
  year: (year) => `Fiscal year ${year}`,
  nobody: (year) => `No response of ${year} raises this sub-plan`,
  few: (year) => `Too few responses of ${year} raise this to say more`,
  nearlyAll: (year) => `All but a few responses of ${year} that belong to a sub-plan raise this`,
  alone: (share, year) =>
    `${share} of the responses of ${year} that belong to a sub-plan raise this`,
  more: (share, year, then, last) =>
    `${share} of the responses of ${year} raise this, more than in ${last} (${then}) and beyond what chance explains`,
  less: (share, year, then, last) =>
    `${share} of the responses of ${year} raise this, less than in ${last} (${then}) and beyond what chance explains`,
  same: (share, year, then, last) =>
    `${share} of the responses of ${year} raise this, not clearly different from ${last} (${then})`,
  interval: (low, high) => `95% interval: ${low}–${high}`,
  change: (points, low, high) => `${points} points against the year before (${low} to ${high})`,
  mostIn: (region, share, n, of) => `most in ${region}: ${share} (${n} of ${of})`,
  issues: (responses) => `issues in ${things(responses, 'response', 'responses')}`,
  provinces: 'provinces that raise it',
  severity: (n) => `mean severity of ${things(n, 'issue', 'issues')}`,
  affected: (n) => `people, as far as ${things(n, 'issue says', 'issues say')}`,
  budget: (year, n) => `million baht in ${year}, ${things(n, 'project', 'projects')}`,
  regions: 'Raised in each region',
  regionsSub: '% of the region’s responses that belong to a sub-plan; the line is the 95% interval',
  ofResponses: (n, of) => `${n}/${of}`,
  quarters: 'The last two years',
  quartersSub:
    '% of the issues of quarter 1–4 of the fiscal year that belong to a sub-plan; below it how many',
  quarter: (n) => `Q${n}`,
  nothingThen: 'none',
  words: 'Words found more than elsewhere',
  wordsSub: 'times as often as in responses about other matters (95% interval), the newest ones',
  noWords: 'No word is clearly found more than elsewhere yet',
  times: (n) => `${n} ×`,
  timesOf: (low, high, n) => `(${low}–${high}) in ${n}`,
  projects: 'Projects that work on it',
  projectsSub: (year) => `Million baht of ${year}, and the progress of indicators as of today`,
  noProjects: 'No project yet',
  noIndicators: 'no indicators yet',
  moreProjects: (n) => `and ${things(n, 'more project', 'more projects')}`,
};
