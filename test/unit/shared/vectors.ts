// Cases of how Thai data really arrives, one object a case: `in` and what must come out.
import { readFileSync } from 'node:fs';

interface Vectors {
  readonly normalise: readonly { in: string; out: string }[];
  readonly people: readonly { in: string; people: number | null; warn?: string }[];
  readonly days: readonly { in: string; date?: string | null; warn?: string; error?: string }[];
  readonly provinces: readonly { in: string; code?: string; pass?: string; error?: string }[];
  readonly ids: readonly { in: string; id: boolean; warn?: string }[];
  readonly formulas: readonly { in: string; flag?: boolean; export?: string }[];
  readonly sort: readonly { sort: readonly string[]; expect: readonly string[] }[];
}

const file = new URL('../../fixtures/thai-data/vectors.json', import.meta.url);
export const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'));
