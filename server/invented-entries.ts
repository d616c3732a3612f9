// Invented responses, judged by the same rules as everyone's, ready to be inserted: what a demonstration and the seed are filled with.
import { generateResponses } from '../seed/generate.ts';
import { districtsOf } from '../shared/places/districts.ts';
import { provinces } from '../shared/places/provinces.ts';
import { checkResponse } from '../shared/survey/check-response.ts';
import type { SurveyDefinition } from '../shared/survey/definition.ts';
import { digestOf } from '../shared/survey/response-digest.ts';
import type { Entry } from './responses/insert-responses.ts';
import { sha256 } from './responses/sha256.ts';

export interface Invention {
  readonly survey: SurveyDefinition;
  readonly responses: number;
  readonly seed: number;
  /** the last day that is filled */
  readonly until: string;
  /** how many days; three years unless told */
  readonly days?: number;
  readonly today: string;
}

/** few enough for others to have their turn between two parts */
const usualPart = 1000;

/** The same for the same seed, in parts, in constant memory. */
export function* inventedEntries(
  { survey, today, ...wanted }: Invention,
  perPart = usualPart,
): Generator<Entry[]> {
  const names = new Map(
    provinces.map(({ code }) => [code, districtsOf(code).map(({ name }) => name.th)]),
  );
  const districts = (province: string) => names.get(province) ?? [];
  let part: Entry[] = [];
  for (const { id, raw, office, by } of generateResponses({ ...wanted, districts })) {
    const { response, violations } = checkResponse(survey, raw, { today, districts: districtsOf });
    if (!response) throw new Error(`the generator broke a rule: ${JSON.stringify(violations)}`);
    const digest = digestOf(response, sha256);
    part.push({ id, response, digest, violations, office, by: `demo:${by}` });
    if (part.length < perPart) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
