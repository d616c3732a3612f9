// A ranked finding as its sentence, and what it rests on.
import type { FindingTold } from '../../../../shared/figures/ranked-findings.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import { groupSentence, monthSentence, placeSentence } from '../../../i18n/finding-text.ts';
import {
  formatNumber,
  formatPoints,
  formatRate,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { listed, placeName, shortStrategyName } from '../../../i18n/names.ts';

export function rankedSentence(one: FindingTold, speech: Speech): string {
  const { t, lang } = speech;
  switch (one.of) {
    case 'place':
      return placeSentence(placeOf(one.claims), speech) ?? '';
    case 'groups': {
      const named = (sign: 1 | -1) =>
        one.claims.flatMap(({ points, strategy }) =>
          Math.sign(points) === sign ? [strategy] : [],
        );
      return groupSentence({ agencies: named(1), citizens: named(-1) }, speech) ?? '';
    }
    case 'trend': {
      const named = (code: 'rises' | 'falls') => one.claims.filter((claim) => claim.code === code);
      return monthSentence({ rising: named('rises'), falling: named('falls') }, speech) ?? '';
    }
    case 'far': {
      const names = listed(
        one.claims.map(({ province }) => placeName(province, lang)),
        lang,
      );
      return t.findings.far[one.claims[0]?.direction ?? 'high'](names);
    }
  }
}

function placeOf(claims: Extract<FindingTold, { of: 'place' }>['claims']) {
  const [first] = claims;
  return first === undefined
    ? null
    : [{ id: first.place, strategies: claims.map(({ strategy }) => strategy) }];
}

/** One line for each of its claims. */
export function evidenceOf(one: FindingTold, { t, lang }: Speech): string[] {
  const words = t.dashboard.found;
  switch (one.of) {
    case 'place':
      return one.claims.map(({ strategy, responses, expected, ratio }) => {
        const counts = [formatNumber(responses), expected.toFixed(1), ratio.toFixed(1)] as const;
        return words.line(shortStrategyName(strategy, lang), t.dashboard.standsLine(...counts));
      });
    case 'groups':
      return one.claims.map(({ strategy, points, low, high }) => {
        const [d, l, h] = [points, low, high].map((value) =>
          formatSignedPoints(value, rankingBase),
        ) as [string, string, string]; // three in, three out
        return words.line(shortStrategyName(strategy, lang), words.differ(d, l, h));
      });
    case 'trend':
      return one.claims.map(({ strategy, points, per }) =>
        words.line(
          shortStrategyName(strategy, lang),
          t.findings.pace[per](formatPoints(Math.abs(points), rankingBase)),
        ),
      );
    case 'far':
      return one.claims.map(({ province, rate, low, high, responses }) => {
        const print = (value: number) => formatRate(value, responses);
        return words.line(
          placeName(province, lang),
          words.usual(print(rate), print(low), print(high)),
        );
      });
  }
}
