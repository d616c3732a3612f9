import type { Messages } from '../messages.ts';

export const showing: Messages['showing'] = {
  compare: {
    title: (a, b) => `${a} and ${b}`,
    lead: 'ข minus ก, on one scale. This address opens the same view',
    side: { a: 'Side ก', b: 'Side ข' },
    change: 'Change',
    swap: 'Swap sides',
    counted: (responses, issues, k, of) =>
      `${responses} responses · ${issues} issues · ${k} of ${of} provinces`,
    shares: 'Share of responses that raise each strategy, both sides',
    sub: 'Both sides on one scale; the difference is ข minus ก with its 95% interval; dotted: no clear difference',
    n: (side, n) => `${side} n = |${n}| responses`,
    method: 'Newcombe’s interval of the difference, six comparisons corrected by Holm',
    difference: 'Difference (points)',
    reads: 'Reads as',
    points: (points) => `${points} points`,
    interval: (low, high) => `${low} to ${high}`,
    more: { a: 'ก clearly more', b: 'ข clearly more' },
    unclear: 'no clear difference',
    finding: (more, strategy, less, points) =>
      `${more}: ${strategy} is raised more than by ${less}, by ${points} points`,
    nothingClear: (a, b) => `No clear difference between ${a} and ${b}`,
    notApart: 'Some responses may be on both sides, so no difference is tested',
    others: 'Other numbers of both sides',
    othersWhy: 'Counts depend on how much was collected, so they show no trend',
    ratedHigh: 'Rated high or very high, of the issues that are rated',
  },
  present: {
    label: 'Figures on a screen',
    hint: 'Left and right arrows change the figure, Esc leaves',
    lead: 'Overview',
    position: (at, of) => `|${at}| of ${of}`,
    previous: 'Previous figure',
    next: 'Next figure',
    leave: 'Stop presenting',
    say: (at, of, name) => `Figure ${at} of ${of}: ${name}`,
    nothing: 'Nothing matches the filters',
  },
};
