// What figures claim, as sentences a person could read aloud.
import type { Messages } from '../messages.ts';

export const findings: Messages['findings'] = {
  leadTopic: (name, n, k) =>
    `${n} responses from ${k} ${k === '1' ? 'province' : 'provinces'} raise ${name}`,
  leadTopicFiltered: (name, n, k) =>
    `${n} responses from ${k} ${k === '1' ? 'province' : 'provinces'} raise ${name}, as filtered`,
  leadTop: (name) => `${name} is raised most often`,
  leadPair: (first, second) => `${first} and ${second} are raised most, about equally`,
  leadClose: 'No area is clearly raised more than the others yet',
  leadRising: (name) => `the share of ${name} is rising fastest`,
  standTop: (share, low, high, name) =>
    `${share} of the responses received raise ${name} (95% interval ${low}–${high}).`,
  standRising: (name, pace) => `The share of issues about ${name} grows by about ${pace}.`,
  standUnits: 'One response may raise several areas.',
  standNobody: 'No response counts in this view yet.',
  strategyLeads: (name, points) => `${name} leads, about ${points} points ahead of the next area`,
  strategyPair: (first, second) =>
    `${first} and ${second} are ahead of the others, with no clear difference between them`,
  strategyClose: (names) => `No clear difference between ${names}`,
  strategyFew: (name, x, n) => `${x} of ${n} responses raise ${name}`,
  provinceTop: (n, issues, people) =>
    `The first ${n} provinces hold ${issues} of all issues and ${people} of the people`,
  provinceFirst: {
    issues: (names) => `Most responses come from ${names}`,
    rate: (names) => `Most responses per 100,000 residents come from ${names}`,
    share: (names) => `The share of responses that raise this is highest in ${names}`,
  },
  provinceValue: {
    issues: (_value, n) => `(${n})`,
    rate: (value, n) => `(${value}, of ${n} responses)`,
    share: (value) => `(${value})`,
  },
  provinceClear: 'more than chance would explain before all others',
  provinceUnclear: (n) =>
    `but ${n} other ${n === '1' ? 'province is' : 'provinces are'} not clearly different from these three`,
  provinceNoOrder: 'Too little data to say which province has more than another',
  placeStands: (place, topics) => `${place} stands out for ${topics}`,
  placeNone: 'No area differs from the others by more than chance explains',
  and: ' and ',
  groupAgencies: (names) => `agencies raise ${names} more than citizens`,
  groupCitizens: (names) => `citizens raise ${names} more than agencies`,
  groupNone: 'Agencies and citizens differ by no more than chance could explain',
  severityHigh: (share) => `${share} of the issues with a level are rated high or very high`,
  monthUp: (names) => `The share of ${names} keeps rising`,
  monthDown: (names) => `the share of ${names} is falling`,
  monthUnclear: (n) => `No clear trend in ${n} months`,
  paretoHalf: (n, of, share) => `The first ${n} of ${of} topics make ${share} of all issues`,
  far: {
    high: (names) => `More is heard from ${names} than is usual for provinces of their size`,
    low: (names) => `Less is heard from ${names} than is usual for provinces of their size`,
  },
  pace: {
    month: (points) => `${points} points a month`,
    year: (points) => `${points} points a year`,
  },
};
