// Where a program is: where the variable of its name says (PROMTOOL), or on the PATH.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function programAt(name: string): string | undefined {
  const told = process.env[name.toUpperCase().replaceAll('-', '_')];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].filter(Boolean);
  const places = [...(told ? [told] : []), ...folders.map((folder) => join(folder, name))];
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false; // not here
    }
  });
}
