// The shares of both sides on one scale, and their differences.

import type { CountsOf } from '../../../../shared/api/figures.ts';
import type { RoundShare } from '../../../../shared/figures/between-rounds.ts';
import type { BetweenViews } from '../../../../shared/figures/between-views.ts';
import { isHiddenBetweenRounds } from '../../../../shared/figures/not-for-outside.ts';
import {
  formatInstant,
  formatNumber,
  formatPercent,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import { TooFew } from '../frame/TooFew.tsx';
import { compareTwin } from './compare-twin.tsx';
import { differenceSentence } from './compare-words.ts';
import { DifferencePlot, farthest } from './DifferencePlot.tsx';
import { SideLetter } from './SideLetter.tsx';
import type { SideName } from './sides.ts';

interface CompareFigureProps {
  readonly between: BetweenViews;
  readonly names: Readonly<Record<SideName, string>>;
  readonly second: CountsOf<never>;
  readonly paper: boolean;
}

export function CompareFigure({ between, names, second, paper }: CompareFigureProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.showing.compare;
  const { compared } = between;
  return (
    <Figure
      how="compare"
      className="compare-figure"
      finding={differenceSentence(between, names, speech) ?? words.shares}
      name={words.shares}
      sub={words.sub}
      strip={[
        words.n('ก', formatNumber(compared.before)),
        words.n('ข', formatNumber(compared.now)),
        ...(between.apart ? [words.method] : [words.notApart]),
        t.dashboard.asOf(formatInstant(second.asOf, lang)),
      ]}
      reply={second}
      href={null}
      twin={compareTwin(between, names, speech)}
    >
      {compared.rows.length === 0 ? (
        <TooFew />
      ) : (
        <Rows between={between} names={names} paper={paper} />
      )}
    </Figure>
  );
}

function Rows({ between, names, paper }: Omit<CompareFigureProps, 'second'>) {
  const speech = useI18n();
  const { t } = speech;
  const words = t.showing.compare;
  const { compared, apart } = between;
  const most = farthest(compared.rows);
  const longest = Math.max(
    ...compared.rows.flatMap(({ now, before }) => [now.share, before.share]),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={words.shares}>
      <table class="tbl compare-rows">
        <thead>
          <tr>
            <th scope="col">{t.dashboard.strategy}</th>
            {(['a', 'b'] as const).map((name) => (
              <th key={name} scope="col">
                <SideLetter side={name} /> {names[name]}
              </th>
            ))}
            <th scope="col">{words.difference}</th>
            <th scope="col">{words.reads}</th>
          </tr>
        </thead>
        <tbody>
          {compared.rows.map((row) =>
            paper && isHiddenBetweenRounds(row, compared) ? (
              <tr key={row.strategy}>
                <th scope="row">
                  <StrategyKey strategy={row.strategy} />
                </th>
                <td colSpan={4}>{t.dashboard.hidden}</td>
              </tr>
            ) : (
              <tr key={row.strategy} class={row.differs ? 'on' : ''}>
                <th scope="row">
                  <StrategyKey strategy={row.strategy} />
                </th>
                <td>
                  <Bar {...row.before} of={compared.before} longest={longest} row={row} side="a" />
                </td>
                <td>
                  <Bar {...row.now} of={compared.now} longest={longest} row={row} side="b" />
                </td>
                <td>{apart && <DifferencePlot row={row} most={most} />}</td>
                <td>{reading(row, between, speech)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface BarProps {
  readonly responses: number;
  readonly share: number;
  readonly of: number;
  readonly longest: number;
  readonly row: RoundShare;
  readonly side: SideName;
}

function Bar({ responses, share, of, longest, row, side }: BarProps) {
  const part = longest === 0 ? 0 : share / longest;
  return (
    <span class="compare-cell">
      <span class="number">
        <b>{formatPercent(share, of)}</b> <span class="muted">{formatNumber(responses)}</span>
      </span>
      <span class="track">
        <i class={`bar st-${row.strategy} ${side}`} style={{ '--part': String(part) }} />
      </span>
    </span>
  );
}

/** “+7.8 points (+3.6 to +12.0)” and what that lets one say. */
function reading(row: RoundShare, { compared, apart }: BetweenViews, { t }: Speech) {
  const words = t.showing.compare;
  const least = Math.min(compared.now, compared.before);
  const points = (share: number) => formatSignedPoints(share * 100, least);
  const verdict = row.differs ? words.more[row.difference > 0 ? 'b' : 'a'] : words.unclear;
  return (
    <>
      <b>{words.points(points(row.difference))}</b>
      {apart && <span class="muted"> {words.interval(points(row.low), points(row.high))}</span>}
      <br />
      {apart && verdict}
    </>
  );
}
