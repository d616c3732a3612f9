// A province against those like it: of the same large region and about as many people, in the same days and under the same filters.
import type { PeerClaim } from '../api/claims.ts';
import type { CountsOf, FiguresOf } from '../api/figures.ts';
import { similarProvinces } from '../places/similar-provinces.ts';
import { holm } from '../statistics/adjust-p.ts';
import { peerComparison } from '../statistics/peer-comparison.ts';
import { rateRatio } from '../statistics/rate-ahead.ts';
import { type ProvinceSums, provinceSums } from './by-province.ts';
import { claimAlpha } from './claim-level.ts';

export type PeerRow = FiguresOf<'peers'>['peers'][number];

const per = 100_000;

type Counts = CountsOf<'by-province'>;

export function peerRows(counts: Counts): PeerRow[] {
  return compared(counts).map(({ p: _, ...row }) => row);
}

/** `p`: that it and its peers together have one rate; null where they are not compared */
type Compared = PeerRow & { readonly p: number | null };

/** the rows and what they claim are asked for one after the other, of the same counts */
const comparedBefore = new WeakMap<Counts, readonly Compared[]>();

function compared(counts: Counts): readonly Compared[] {
  const before = comparedBefore.get(counts);
  if (before) return before;
  const made = compare(counts);
  comparedBefore.set(counts, made);
  return made;
}

function compare(counts: Counts): Compared[] {
  const sums = provinceSums(counts);
  const reporting = new Map(
    sums.flatMap((row) => (row.silent ? [] : [[row.province.code, row] as const])),
  );
  return sums.map((row) => {
    const peers = similarProvinces(row.province.code).flatMap(
      ({ code }) => reporting.get(code) ?? [],
    );
    const together = togetherOf(row, peers);
    const found = row.silent ? null : against(row, peers, together);
    return {
      province: row.province.code,
      responses: row.responses,
      peers: peers.map(({ province }) => province.code),
      against: found,
      p: found && (together?.p ?? null),
    };
  });
}

function togetherOf({ responses, province }: ProvinceSums, peers: readonly ProvinceSums[]) {
  const all = sumOf(peers, (peer) => peer.responses);
  const people = sumOf(peers, (peer) => peer.province.population);
  return people === 0 ? null : rateRatio(all, people, responses, province.population);
}

function against(
  row: ProvinceSums,
  peers: readonly ProvinceSums[],
  together: ReturnType<typeof togetherOf>,
): PeerRow['against'] {
  const { responses, province } = row;
  const found = peerComparison(
    responses,
    province.population,
    peers.map((peer) => [peer.responses, peer.province.population]),
    per,
  );
  if (found === null) return null;
  const { rate, peerMedian, expected, ratio, z, flag } = found;
  const finite = together !== null && Number.isFinite(together.high) ? together : null;
  return {
    rate,
    median: peerMedian,
    expected,
    ratio,
    z,
    flag,
    together: finite && { value: finite.ratio, low: finite.low, high: finite.high },
  };
}

function sumOf(rows: readonly ProvinceSums[], of: (row: ProvinceSums) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Only what is unusual among its peers, and more than chance explains when all provinces are looked at. */
export function peerClaims(counts: Counts): PeerClaim[] {
  const rows = compared(counts);
  const adjusted = holm(rows.map(({ p }) => p));
  return rows.flatMap(({ province, responses, peers, against: found }, index) => {
    const p = adjusted[index] ?? null;
    if (found === null || found.flag === 'none' || found.ratio === null) return [];
    if (p === null || p > claimAlpha) return [];
    const { rate, median, ratio } = found;
    return [
      {
        code: 'unlike-peers' as const,
        province,
        direction: found.flag,
        responses,
        rate,
        median,
        ratio,
        peers: peers.length,
      },
    ];
  });
}
