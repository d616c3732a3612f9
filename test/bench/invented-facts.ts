// Responses as the facts take them, invented by the million: what the facts and DuckDB are measured on.
import type { Countable } from '../../server/facts/countable.ts';
import { provinces } from '../../shared/places/provinces.ts';
import { strategies } from '../../shared/survey/strategies.ts';

const dayMs = 86_400_000;

/** Skewed as real data are: provinces by population, five years in order of arrival, 2.5 issues a response, half in batches. */
export function* inventFacts(issues: number): Generator<Countable> {
  const random = randomFrom(1);
  const drawProvince = provinceBy(random);
  const responses = Math.ceil(issues / 2.5);
  let left = issues;
  for (let n = 0; left > 0; n++) {
    const count = Math.min(left, 1 + Math.floor(random() * 4));
    left -= count;
    const at = new Date(Date.UTC(2022, 0, 1) + Math.floor((n / responses) * 5 * 365) * dayMs);
    yield aResponse(random, n, drawProvince(), at, count);
  }
}

function aResponse(
  random: () => number,
  n: number,
  province: string,
  at: Date,
  count: number,
): Countable {
  const inBatch = random() < 0.56;
  return {
    _id: `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    survey: '2569',
    version: 1,
    status: random() < 0.5 ? 'received' : 'approved',
    channel: inBatch ? 'csv' : random() < 0.7 ? 'form' : 'citizen',
    day: random() < 0.02 ? null : at.toISOString().slice(0, 10),
    place: { province, districtCode: null },
    respondent: { type: random() < 0.3 ? 'agency' : 'citizen' },
    issues: Array.from({ length: count }, (_, index) => ({
      id: String(index + 1),
      strategy: random() < 0.05 ? null : (strategies[Math.floor(random() * 6)] ?? null),
      subPlan: null,
      severity: random() < 0.1 ? null : 1 + Math.floor(random() * 5),
      affected: random() < 0.3 ? null : Math.floor(random() ** 4 * 20_000),
    })),
    batch: inBatch ? `00000000-0000-4000-8000-${String(n >> 10).padStart(12, '0')}` : null,
    office: province,
    receivedAt: at,
    changedAt: at,
    withdrawnAt: null,
  };
}

function provinceBy(random: () => number): () => string {
  const total = provinces.reduce((sum, { population }) => sum + population, 0);
  return () => {
    let left = random() * total;
    for (const { code, population } of provinces) {
      left -= population;
      if (left < 0) return code;
    }
    return 'TH-10';
  };
}

/** Park & Miller 1988 (minimal standard): 0 ≤ x < 1 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
