// What is stored, as a list of paths: what the models declare, and what stands in documents.
import { type Connection, mongo } from 'mongoose';
import { collections } from '../../server/models.ts';

export interface StoredShape {
  /** `batches.digest String` */
  readonly declared: readonly string[];
  /** `responses.issues[].severity` */
  readonly found: readonly string[];
}

/** members whose names are data */
const named = /\.(errors|warnings|skips|answers)$/;

/** who is at work just now: nothing of it stays */
const momentary = 'leases';

export function declaredPaths(): string[] {
  return Object.values(collections)
    .flatMap(({ schema }) =>
      Object.entries(schema.paths).map(
        ([path, { instance, isRequired }]) =>
          `${schema.get('collection')}.${path} ${instance}${isRequired ? ', required' : ''}`,
      ),
    )
    .sort();
}

export async function foundPaths(connection: Connection): Promise<string[]> {
  const paths = new Set<string>();
  for (const { schema } of Object.values(collections)) {
    const name = String(schema.get('collection'));
    if (name === momentary) continue;
    for await (const document of connection.collection(name).find({}))
      addPaths(document, name, paths);
  }
  return [...paths].sort();
}

function addPaths(value: unknown, path: string, into: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) addPaths(one, `${path}[]`, into);
  else if (typeof value !== 'object' || value === null || value instanceof Date) into.add(path);
  // bytes are one value, on either engine
  else if (ArrayBuffer.isView(value) || value instanceof mongo.Binary) into.add(path);
  else if (named.test(path)) into.add(`${path}.*`);
  else for (const [member, one] of Object.entries(value)) addPaths(one, `${path}.${member}`, into);
}
