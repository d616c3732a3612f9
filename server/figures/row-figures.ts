// Figures that are counted row by row: districts and offices by their names.
import type { RowFigure } from '../../shared/api/derived-figures.ts';
import type { FiguresOf } from '../../shared/api/figures.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import type { FactsAnswer } from '../facts/answer.ts';

/** Those of them that are wanted; nothing is counted when none is. */
export function rowFiguresOf(
  view: FactsAnswer,
  wanted: readonly string[],
): Partial<FiguresOf<RowFigure>> {
  const wants = { district: wanted.includes('by-district'), office: wanted.includes('by-office') };
  if (!wants.district && !wants.office) return {};
  const { districts, offices } = view.countRows();
  return {
    ...(wants.district && {
      'by-district': districts.map(({ province, district, counts }) => {
        const known =
          province === null
            ? undefined
            : districtsOf(province).find(({ code }) => code === district);
        return {
          province: province ?? 'none',
          district: district ?? 'none',
          nameTh: known?.name.th ?? null,
          nameEn: known?.name.en ?? null,
          ...counts,
        };
      }),
    }),
    ...(wants.office && {
      'by-office': offices.map(({ office, counts }) => ({ office, ...counts })),
    }),
  };
}
