import type { Messages } from '../messages.ts';

export const focus: Messages['focus'] = {
  inOverview: 'Show in the overview',
  toOverview: 'To the overview',
  neighbours: 'Previous and next page',
  before: (name) => `Previous: ${name}`,
  after: (name) => `Next: ${name}`,
  noProvince: 'There is no such province',
  noProvinceWhy: 'The code in the link is wrong, or the province is outside your area',
  noStrategy: 'There is no such strategy',
  noStrategyWhy: 'The name in the link is wrong',
  peersName: 'Beside similar provinces',
  peersSub:
    'Responses per 100,000 residents of provinces of about the same size in the same part of the country, same days and filters. Black lines: 95% intervals',
  peersMethod: 'median and median deviation, corrected for all provinces (Holm)',
  peersClear: (name, n, ratio, k) =>
    `${name}: ${n} responses, ${ratio} times the median of ${k} similar provinces, more than chance explains`,
  peersUsual: (name, n, ratio, k) =>
    `${name}: ${n} responses, ${ratio} times the median of ${k} similar provinces; not clearly twice or half as many`,
  peersFew: (name, k) =>
    `${name}: fewer than 5 responses, too few to be compared with ${k} similar provinces`,
  peersFewClear: (name, k) =>
    `${name}: fewer than 5 responses, clearly less than half the median of ${k} similar provinces`,
  peersNone: (name, n, k) =>
    `${name}: ${n} responses; the median of ${k} similar provinces is none`,
  voices: 'What people said',
  order: 'Order',
  newest: 'Newest',
  gravest: 'Most severe',
  gravestSub: 'Issues rated 5, the highest level; newest first',
  chosenLevels: 'Of the levels that are chosen; newest first',
  noVoices: 'No response has an issue of level 5',
  noVoicesYet: 'Nothing has been said here yet',
  all: (n) => `Read all ${n} responses`,
};
