// Weeks in which far more or fewer responses came from a district than usual there: the modified z score of Iglewicz and Hoaglin (1993),
// 0.6745 (x - median) / MAD. Where more than half of the weeks are alike the MAD is 0, and the mean deviation stands for it
// (x - median) / (1.253314 MeanAD), as SPSS has it.
import { mean, median } from 'simple-statistics';
import { fromDays, mondayOf, toDays, weekOf } from './days.ts';
import { type FoundFlag, type LookedAt, mostNamed, thresholds } from './flag.ts';

interface Week {
  count: number;
  readonly responses: string[];
}

interface District {
  readonly province: string;
  readonly weeks: Map<number, Week>;
}

export class DistrictWeeks {
  readonly #districts = new Map<string, District>();
  /** weeks that are over */
  readonly #before: number;

  constructor(today: string) {
    this.#before = weekOf(toDays(today));
  }

  add({ id, province, district, day }: LookedAt): void {
    if (district === null || day === null) return;
    const week = weekOf(toDays(day));
    if (week >= this.#before) return;
    const known = this.#districts.get(district) ?? { province, weeks: new Map<number, Week>() };
    this.#districts.set(district, known);
    const one = known.weeks.get(week) ?? { count: 0, responses: [] };
    known.weeks.set(week, one);
    one.count += 1;
    if (one.responses.length < mostNamed) one.responses.push(id);
  }

  /** A district at a time. */
  *flags(): Generator<readonly FoundFlag[]> {
    for (const [code, district] of this.#districts) yield flagsOf(code, district);
  }
}

function flagsOf(code: string, { province, weeks }: District): FoundFlag[] {
  const numbers = [...weeks.keys()];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const length = last - first + 1;
  if (length < thresholds.weeks) return [];
  const counts = Array.from({ length }, (_, at) => weeks.get(first + at)?.count ?? 0);
  const usual = median(counts);
  return counts.flatMap((count, at): FoundFlag[] => {
    if (Math.max(count, usual) < thresholds.weekCount) return [];
    const z = modifiedZ(count, usual, counts);
    if (Math.abs(z) < thresholds.modifiedZ) return [];
    const from = mondayOf(first + at);
    const said = { district: code, province, count, usual, weeks: length };
    return [
      {
        rule: 'unusual-counts',
        subject: JSON.stringify([code, first + at]),
        provinces: [province],
        cases: Math.round(Math.abs(count - usual)),
        numbers: {
          ...said,
          z: Math.round(z * 10) / 10,
          from: fromDays(from),
          to: fromDays(from + 6),
        },
        responses: weeks.get(first + at)?.responses ?? [],
      },
    ];
  });
}

/** 0 when all weeks are alike. */
export function modifiedZ(x: number, middle: number, all: readonly number[]): number {
  const deviations = all.map((one) => Math.abs(one - middle));
  const mad = median(deviations);
  if (mad > 0) return (0.6745 * (x - middle)) / mad;
  const meanDeviation = mean(deviations);
  return meanDeviation === 0 ? 0 : (x - middle) / (1.253314 * meanDeviation);
}
