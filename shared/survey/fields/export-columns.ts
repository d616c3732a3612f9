// The registry's fields as columns of an export: what stands in each cell.
import { fieldsIn, type PartOfResponse, type PlacedField } from './fields.ts';

type Stored = Readonly<Record<string, unknown>>;

export interface ExportColumn {
  readonly name: string;
  /** `stored`: the part of the response */
  readonly cell: (stored: Stored) => unknown;
}

/** The columns of one part, in the registry's order: of what people are asked, or of what only files have. */
export function exportColumns(part: PartOfResponse, filesOnly = false): readonly ExportColumn[] {
  return fieldsIn(part)
    .filter((field) => (field.filesOnly === true) === filesOnly)
    .flatMap(columnsOf);
}

/** A strategy has two columns, so that planners can sort by it; other texts that are no known value stand in its place. */
function columnsOf({ name, member, kind, filesOnly }: PlacedField): readonly ExportColumn[] {
  const column = filesOnly ? toColumn(member) : toColumn(name);
  const own = (stored: Stored) => stored[member];
  const text = (stored: Stored) => stored[`${member}Text`];
  if (kind === 'position') return [degrees('latitude', 'lat'), degrees('longitude', 'lng')];
  if (kind === 'strategy')
    return [
      { name: column, cell: own },
      { name: `${column}_text`, cell: text },
    ];
  return [{ name: column, cell: (stored) => own(stored) ?? text(stored) }];

  function degrees(title: string, axis: 'lat' | 'lng'): ExportColumn {
    return { name: title, cell: (stored) => (own(stored) as Stored | null)?.[axis] };
  }
}

/** `subPlan` → `sub_plan` */
const toColumn = (member: string): string =>
  member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
