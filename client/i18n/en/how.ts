// How the numbers of each figure were computed, and what they do not mean.
import type { Messages } from '../messages.ts';

export const how: Messages['how'] = {
  computed: 'How it is computed',
  not: 'What it does not mean',
  figures: {
    counts: {
      computed:
        'An issue is one problem; a response holds 1 to 20. Counted are the responses that have reached the tier of review this round asks for, without those withdrawn or rejected.',
      not: 'It is not how many people suffer, nor a percent of the population: respondents were not sampled.',
    },
    found: {
      computed:
        'What the figures below found, tested and corrected for many comparisons, ordered by the least that is sure of how far it is from what is expected, as a part of all responses. What is new counts half as much again.',
      not: 'What is not in the list may matter as well; there may be too few data to be sure.',
    },
    strategies: {
      computed:
        'Responses that raise the strategy at least once, divided by all responses in the view. The black line is the 95% interval (Wilson).',
      not: 'Respondents were not sampled: it is no percent of the population. What is raised often is not always most urgent.',
    },
    provinces: {
      computed:
        'Issues or responses of the province; rates are divided by registered residents, shares by the responses of the same province. The first three are compared with all others at once before they are called different.',
      not: 'Many may come from collecting much. No data does not mean no problems.',
    },
    groups: {
      computed:
        'Percent of the responses from agencies, and of those from citizens, that raise each topic. Differences have a 95% interval (Newcombe), corrected for six comparisons (Holm).',
      not: 'It is the voice of those who answered, not of all agencies or citizens, and does not say who is right.',
    },
    places: {
      computed:
        'The number is the percent of the responses from there that raise the topic. The colour says how far it is from what would be expected if all places raised each topic alike (adjusted residuals).',
      not: 'A cell without colour need not be like the others; it may have few responses. Colour says nothing about causes.',
    },
    standsOut: {
      computed:
        'Every cell of the provinces is tested by Fisher’s exact test and corrected for many comparisons (Benjamini–Hochberg); shown are those above what is expected, by how many times.',
      not: 'A province that is not in the list may have the problem as well.',
    },
    severity: {
      computed:
        'Issues by the level that respondents gave; shares are of the issues that have one. There is no mean, since levels have an order and no distance.',
      not: 'It is an opinion, not a measured harm; people use levels differently.',
    },
    months: {
      computed:
        'Percent of the issues of a month that are of the topic; where one topic is shown, their number. “Rises” and “falls” are said after Mann–Kendall’s test, corrected for all lines; the dashed line is Sen’s slope.',
      not: 'A share that rises does not mean that a problem grows: others may shrink. Months that are not over are not in the line.',
    },
    map: {
      computed:
        'A rate is responses per 100,000 registered residents. Colours group similar values. “Smoothed” pulls provinces with few data towards the mean.',
      not: 'Colours are no targets. Rates depend on how much was collected, and no data does not mean no problems.',
    },
    funnel: {
      computed:
        'Each rate beside the range that is usual for a province of its size, wider where fewer people live, with room for what provinces differ by anyway, corrected for all of them.',
      not: 'Being outside says nothing about why; it may be how data were collected.',
    },
    peers: {
      computed:
        'Similar provinces are of the same large region and about as many people. The rate is compared with their median; it is called clear when it is unusual among them and holds after correction for all provinces.',
      not: 'They are alike in region and population alone; much else may differ.',
    },
    pareto: {
      computed:
        'The titles of the newest 10,000 responses at most are read; those that say nearly the same are put together, and groups of 5 responses or more are shown.',
      not: 'The same topic in other words may be in another group.',
    },
    compare: {
      computed:
        'Differences in points between the two views, with 95% intervals (Newcombe), corrected for six comparisons (Holm). Nothing is tested where a response may be in both.',
      not: 'A difference says nothing about causes; the two may have been collected differently.',
    },
  },
};
