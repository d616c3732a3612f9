// Where a MongoDB server is: MONGOD or the PATH. Undefined where there is none; how to get one stands in .ci/get-mongod.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns {string | undefined} */
export function mongodPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [process.env.MONGOD, ...folders.map((folder) => join(folder, 'mongod'))];
  return places.find((place) => {
    if (!place) return false;
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
