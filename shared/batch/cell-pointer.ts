// Where in a raw response the cell of a column goes.
import { allFields, fields } from '../survey/fields/fields.ts';
import type { CsvField } from '../survey/fields/names-in-files.ts';

const partsOfPosition: Readonly<Record<'lat' | 'lng' | 'position', string>> = {
  lat: `${fields.position.pointer}/lat`,
  lng: `${fields.position.pointer}/lng`,
  position: `${fields.position.pointer}/text`,
};

const cellPointers: ReadonlyMap<CsvField, string> = new Map([
  ...allFields.map(({ name, pointer }) => [name, pointer.replace('/-/', '/0/')] as const),
  ...Object.entries(partsOfPosition).map(([name, at]) => [name as CsvField, at] as const), // its own keys
]);

/** Where the cell of a column stands in a raw response with one issue. */
export function cellPointer(field: CsvField): string {
  return cellPointers.get(field) ?? `/${field}`;
}
