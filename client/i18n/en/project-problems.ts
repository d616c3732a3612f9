import type { projectProblems as thai } from '../th/project-problems.ts';

const things = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;

export const projectProblems: typeof thai = {
  title: 'Problems that this project answers',
  notBegun: 'The project has not begun, so there is nothing to compare yet',
  otherRound: (round) => `${round} has no sub-plan of this project`,
  nothing: 'Too few responses are sorted into sub-plans to compare before and since',
  more: (points) =>
    `Since the project began this is raised more, by ${points} points and beyond what chance explains`,
  less: (points) =>
    `Since the project began this is raised less, by ${points} points and beyond what chance explains`,
  same: 'How often this is raised differs not clearly between before the project began and since',
  interval: (points, low, high) =>
    `The difference is ${points} points (95% interval: ${low} to ${high}).`,
  noCause:
    'This is no proof that the project is the cause: other things changed in those days too.',
  before: (from, to) => `The year before, ${from} to ${to}`,
  since: (from, to) => `Since it began, ${from} to ${to}`,
  shareOf: (share, interval, n, of) =>
    `${share} (${interval}) · ${n} of ${things(of, 'response', 'responses')} that belong to a sub-plan`,
  tooFew: (of) =>
    `${things(of, 'response belongs', 'responses belong')} to a sub-plan: too few for a share`,
  months: 'Issues by month',
  monthsWhy:
    'Filled bars are since it began. Counts follow how much was collected; see the shares.',
  most: (n) => `at most ${things(n, 'issue', 'issues')}`,
  provinces: 'By province (issues)',
  wasHead: 'Year before',
  isHead: 'Since',
  moreProvinces: (n) => `and ${things(n, 'more province', 'more provinces')}`,
  of: (round) => `Counted from ${round}, where the project works`,
};
