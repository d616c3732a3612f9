import type { Messages } from '../messages.ts';

export const map: Messages['map'] = {
  title: 'Map of the provinces',
  titles: {
    issues: 'Issues by province, on the map',
    rate: 'Responses per 100,000 residents, on the map',
    smoothed: 'Responses per 100,000 residents, adjusted, on the map',
    share: 'Share of responses that raise what is chosen, on the map',
    residual: 'Where what is chosen is raised more or less than expected, on the map',
  },
  subs: {
    issues:
      'Number of issues received. Large provinces have more because more people live there; compare per resident',
    rate: 'Responses received per 100,000 registered residents: how much was heard, not how bad it is',
    smoothed:
      'Adjusted rate: provinces with little data are pulled towards the average of all. For colour only',
    share: 'Percent of the responses from each province that raise what is chosen',
    residual: 'How many standard errors from the share of all provinces (adjusted residual)',
  },
  measures: {
    issues: 'Number',
    rate: 'Per 100,000',
    share: 'Share',
    residual: 'Against expected',
  },
  shape: 'Shape',
  shapes: { map: 'Map', tiles: 'Equal tiles' },
  smooth: 'Smoothed',
  legend: 'Colours and number of provinces',
  legendCount: 'Provinces',
  legendNote: 'Colours group similar values; they are not targets',
  sum: 'Total',
  inset: 'Bangkok and around, 2.5 times as large',
  hint: 'Use the arrow keys to go to the next province.',
  role: 'map',
  say: (name, value, issues, responses) =>
    `${name}: ${value} · ${issues} issues in ${responses} responses`,
  sayNone: (name, why, issues, responses) =>
    `${name}: ${why} · ${issues} issues in ${responses} responses`,
  rate: (value, low, high) => `${value} per 100,000 (${low} to ${high})`,
  smoothed: (value) => `adjusted rate ${value} per 100,000`,
  share: (value, low, high) => `${value} (${low} to ${high})`,
  residual: (value) => `${value} from expected`,
  issues: (value) => `${value} issues`,
  tooFew: {
    issues: 'hidden',
    rate: 'fewer than 5 responses',
    share: 'fewer than 5 responses',
    residual: 'too few to judge',
  },
  residualLevels: ['−3 or less', '−3 to −2', '−2 to 2', '2 to 3', 'more than 3'],
  geojson: 'GeoJSON',
  geojsonLabel: 'Download GeoJSON: map of the provinces',
  colour: 'Colour group',
  usual: 'Against the usual range',
  smoothedColumn: 'Adjusted rate',
  residualColumn: 'From expected (standard errors)',
  people: 'Residents',
  funnelTitle: 'Each province’s rate, by its size',
  funnelSub:
    'One dot a province: residents across, responses per 100,000 up. The bands are what is usual for provinces of that size',
  funnelMethod:
    'limits 95% and 99.8% with what provinces differ by, corrected for many provinces (Holm)',
  funnelTooFew: 'Fewer than 10 provinces report enough to be compared with a usual range',
  funnelRole: 'funnel plot',
  funnelHint: 'Use the arrow keys to go from small to large provinces.',
  funnelSay: (name, rate, low, high, where) =>
    `${name}: ${rate} per 100,000, usual for its size ${low} to ${high} · ${where}`,
  funnelFew: (name) => `${name}: fewer than 5 responses`,
  band95: '95% range',
  band998: '99.8% range',
  target: (rate) => `all together ${rate}`,
  placeInFunnel: {
    high: 'above the usual range',
    low: 'below the usual range',
    unclear: 'outside the usual range, but not clearly',
    inside: 'within the usual range',
  },
  findings: {
    high: (count, names) =>
      `${count} ${count === '1' ? 'province' : 'provinces'} sent more responses per resident than is usual: ${names}`,
    low: (count, names) => `${count} sent fewer: ${names}`,
    highMany: (count, names) =>
      `${count} provinces sent more responses per resident than is usual, such as ${names}`,
    lowMany: (count, names) => `${count} sent fewer, such as ${names}`,
    none: 'No province is clearly outside the range usual for its size',
  },
  millions: (n) => `${n}M`,
  thousands: (n) => `${n}k`,
};
