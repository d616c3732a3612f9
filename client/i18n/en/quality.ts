import type { quality as master } from '../th/quality.ts';

export const quality: typeof master = {
  headingOf: (area) => `Quality: ${area}`,
  lead: 'Standing rules look through what is stored every hour. A flag is a reason to look, never a verdict',
  ran: (when) => `Last looked ${when}`,
  notRan: 'The rules have not looked through this yet; they begin by themselves within minutes',
  states: 'Flags by state',
  open: (n) => `To look at ${n}`,
  aside: (n) => `Set aside ${n}`,
  none: 'Nothing was noticed',
  noneWhy: 'The rules found nothing unusual in your area',
  noneAside: 'Nothing is set aside',
  noneAsideWhy:
    'What was looked at and is as it should be can be set aside. It stays there until there is twice as much of it',
  next: 'Go on',
  first: 'Back to the first page',
  responses: (n) => (n === '1' ? '1 response behind it' : `${n} responses behind it`),
  someOf: (n) => `The first ${n} are shown`,
  oneResponse: (n) => `Response ${n}`,
  about: 'Noticed by the standing rules',
  otherResponse: (n) => `Another of them ${n}`,
  wholeWeek: 'All of the province in that week',
  setAside: 'Set aside…',
  setAsideTitle: 'Set this flag aside',
  setAsideWhy:
    'Nothing changes in the data. It does not come up again until there is twice as much of it as today',
  setAsideDo: 'Set aside',
  reason: 'Reason',
  reasonHint: 'Such as “asked about one thing only, as planned”. Your office sees it',
  reasonMissing: 'Write one sentence',
  saving: 'Saving…',
  wasSetAside: 'Set aside',
  lookAgain: 'Look at it again',
  takenUp: 'It is to be looked at again',
  asideBy: (who, when) => `Set aside by ${who}, ${when}`,
  cameBack: 'It had been set aside; there is twice as much of it by now',
  rules: {
    'missing-values': {
      name: 'Left empty',
      how: 'Somebody with 20 responses or more leaves a value empty in 20% or more, and at least twice as often as the others of the round',
    },
    'late-reports': {
      name: 'Sent late',
      how: 'Half or more of somebody’s 20 responses or more came over 30 days after their day, and at least twice as often as the others’',
    },
    'straight-lining': {
      name: 'Answered along one line',
      how: 'In 80% or more of somebody’s 5 responses or more with 3 issues or more, all issues have the same strategy, severity and number of people',
    },
    'same-answers': {
      name: 'Answers that hardly differ',
      how: '80% or more of the 20 issues or more that somebody filled in have the same kind of respondent, strategy, severity and number of people',
    },
    duplicates: {
      name: 'The same report from several offices',
      how: 'Title and detail are the same to the letter, 20 characters or more, with the same day, kind of respondent and numbers, and came from two offices or more',
    },
    'unusual-counts': {
      name: 'Far from the usual of the district',
      how: 'Beside the median of all weeks of the same district, of 8 or more: a modified z score, 0.6745 × difference ÷ MAD, of 3.5 or more',
    },
  },
  sentences: {
    'missing-values': ({ by, office, field, cases, of, part, others }) =>
      `${by} (${office}) left “${field}” empty in ${cases} of ${of} (${part}%); the others of the round in ${others}%`,
    'late-reports': ({ by, office, cases, of, days, limit, others }) =>
      `${cases} of ${of} responses of ${by} (${office}) came more than ${limit} days late, half of these ${days} days or more; of the others’ ${others}%`,
    'straight-lining': ({ by, office, cases, of, issues }) =>
      `${by} (${office}) answered all issues alike in ${cases} of ${of} responses with ${issues} issues or more`,
    'same-answers': ({ by, office, cases, of, part }) =>
      `${cases} of ${of} issues (${part}%) of ${by} (${office}) have the same answers`,
    duplicates: ({ cases, offices }) =>
      `The same report stands in ${cases} responses of ${offices} offices`,
    'unusual-counts': ({ district, province, count, usual, weeks, z, from, to }) =>
      `${count} responses from ${district}, ${province} in the week ${from} – ${to}; usually ${usual} (median of ${weeks} weeks, z = ${z})`,
  },
};
