import { useMemo } from 'preact/hooks';
import { type FunnelPoint, type FunnelView, funnelLimits } from '../../../../shared/figures/map.ts';
import { formatRate } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { ShapeStage } from '../../../ui/charts/ShapeStage.tsx';
import { phoneWidth, useMedia } from '../../../ui/use-media.ts';
import { scaleOf } from '../months/scale-of.ts';
import { type DashboardView, partOf } from '../view.ts';

const size = { width: 500, height: 520, left: 44, right: 12, top: 12, bottom: 34 };
/** residents, a line of the scale each */
const peopleTicks = [200_000, 500_000, 1_000_000, 2_000_000, 5_000_000];
const [fewest, most] = [150_000, 6_200_000];

interface PlotProps {
  readonly funnel: FunnelView;
  readonly view: DashboardView;
  readonly title: string;
  readonly paper: boolean;
  readonly hidden: ReadonlySet<string>;
}

export function FunnelPlot({ funnel, view, title, paper, hidden }: PlotProps) {
  const speech = useI18n();
  const words = speech.t.map;
  const bySize = useMemo(
    () =>
      funnel.points
        .filter(({ row }) => !paper || !hidden.has(row.province))
        .toSorted((a, b) => a.row.population - b.row.population),
    [funnel, paper, hidden],
  );
  const points = bySize.map((point) => ({
    say: sayInFunnel(point, speech),
    ...partOf(view, { province: [point.row.province] }),
  }));
  const next = (from: number | null, key: string) => {
    const at: Readonly<Record<string, number>> = {
      ArrowRight: (from ?? -1) + 1,
      ArrowUp: (from ?? -1) + 1,
      ArrowLeft: (from ?? 1) - 1,
      ArrowDown: (from ?? 1) - 1,
      Home: 0,
      End: points.length - 1,
    };
    const index = at[key];
    return index === undefined ? null : Math.min(points.length - 1, Math.max(0, index));
  };
  return (
    <>
      <ShapeStage
        className="funnel-stage"
        {...{ points, next }}
        label={title}
        hint={words.funnelHint}
        role={words.funnelRole}
      >
        {(active) => <Drawing funnel={funnel} points={bySize} active={active} />}
      </ShapeStage>
      <FunnelKey funnel={funnel} />
    </>
  );
}

const marks = { high: '▲', low: '▼', unclear: '○' };

function FunnelKey({ funnel }: { readonly funnel: FunnelView }) {
  const words = useI18n().t.map;
  const count = (where: FunnelPoint['place']) =>
    funnel.points.filter(({ place }) => place === where).length;
  return (
    <p class="funnel-key">
      <span>
        <i class="band inner" aria-hidden="true" />
        {words.band95}
      </span>
      <span>
        <i class="band" aria-hidden="true" />
        {words.band998}
      </span>
      {(['high', 'low', 'unclear'] as const).map((where) =>
        count(where) === 0 ? null : (
          <span key={where}>
            <i class={`mark ${where}`} aria-hidden="true">
              {marks[where]}
            </i>
            {words.placeInFunnel[where]} {count(where)}
          </span>
        ),
      )}
    </p>
  );
}

export function sayInFunnel(
  { row, rate, low, high, place }: FunnelPoint,
  { t, lang }: Speech,
): string {
  const name = placeName(row.province, lang);
  if (row.rate === null) return t.map.funnelFew(name);
  const print = (value: number) => formatRate(value, row.responses);
  return t.map.funnelSay(name, print(rate), print(low), print(high), t.map.placeInFunnel[place]);
}

const x = (people: number) =>
  size.left +
  (Math.log(people / fewest) / Math.log(most / fewest)) * (size.width - size.left - size.right);

interface DrawingProps {
  readonly funnel: FunnelView;
  readonly points: readonly FunnelPoint[];
  readonly active: number | null;
}

function Drawing({ funnel, points, active }: DrawingProps) {
  const { t, lang } = useI18n();
  const narrow = useMedia(phoneWidth);
  const scale = useMemo(
    () => scaleOf([...points.map(({ rate }) => rate), 1.6 * funnel.target]),
    [points, funnel],
  );
  const y = (rate: number) =>
    size.height -
    size.bottom -
    (Math.min(rate, scale.top) / scale.top) * (size.height - size.top - size.bottom);
  const named = points.filter(({ place }) => place === 'high' || place === 'low').slice(0, 8);
  return (
    <svg
      class={`funnel ${narrow ? 'narrow' : ''}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      <path class="band" d={bandOf(funnel, 0.998, y)} />
      <path class="band inner" d={bandOf(funnel, 0.95, y)} />
      {[0, ...scale.ticks].map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${size.left} ${y(tick)}H${size.width - size.right}`} />
          <text class="axis" x={size.left - 8} y={y(tick)} dy=".35em" text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {peopleTicks.map((people) => (
        <text key={people} class="axis" x={x(people)} y={size.height - 8} text-anchor="middle">
          {people < 1_000_000
            ? t.map.thousands(String(people / 1000))
            : t.map.millions(String(people / 1_000_000))}
        </text>
      ))}
      <path class="target" d={`M${size.left} ${y(funnel.target)}H${size.width - size.right}`} />
      <text
        class="target-name"
        x={size.width - size.right}
        y={y(funnel.target) - 7}
        text-anchor="end"
      >
        {t.map.target(formatRate(funnel.target, 1000))}
      </text>
      {points.map((point, index) => (
        <Mark
          key={point.row.province}
          {...{ point, index }}
          active={index === active}
          at={[x(point.row.population), y(point.rate)]}
        />
      ))}
      {named.map(({ row, rate, place }) => {
        const isEnd = x(row.population) > size.width * 0.7;
        return (
          <text
            key={row.province}
            x={x(row.population) + (isEnd ? -9 : 9)}
            y={y(rate) + (place === 'low' ? 14 : -4)}
            text-anchor={isEnd ? 'end' : 'start'}
          >
            {placeName(row.province, lang)}
          </text>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  readonly point: FunnelPoint;
  readonly index: number;
  readonly active: boolean;
  readonly at: readonly [x: number, y: number];
}

/** A dot, or a triangle that points where it is out. */
function Mark({ point: { place }, index, active, at: [left, top] }: MarkProps) {
  const className = `point ${place} ${active ? 'active' : ''}`;
  if (place === 'inside' || place === 'unclear')
    return <circle class={className} data-point={index} cx={left} cy={top} r={active ? 6 : 4} />;
  const up = place === 'high' ? -1 : 1;
  return (
    <path
      class={className}
      data-point={index}
      d={`M${left - 6} ${top - up * 5}L${left + 6} ${top - up * 5}L${left} ${top + up * 6}Z`}
    />
  );
}

function bandOf(funnel: FunnelView, level: number, y: (rate: number) => number): string {
  const steps = Array.from({ length: 41 }, (_, step) => fewest * (most / fewest) ** (step / 40));
  const limits = steps.map((people) => ({ people, ...funnelLimits(funnel, people, level) }));
  const line = (end: 'low' | 'high') =>
    limits.map((one) => `${x(one.people).toFixed(1)} ${y(one[end]).toFixed(1)}`);
  return `M${[...line('high'), ...line('low').toReversed()].join('L')}Z`;
}
