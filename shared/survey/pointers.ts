// Reading and building objects at JSON pointers of the registry (no pointer there holds an escaped character).

type Members = Record<string, unknown>;

/** A pointer's members, taken apart once: rows of files come by the hundred thousand. */
export type Path = readonly string[];

/** `/place/province` → `place`, `province` */
export function toPath(pointer: string): Path {
  return pointer.split('/').slice(1);
}

export function valueAt(from: unknown, path: Path): unknown {
  let value = from;
  for (const member of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Members)[member]; // any object's members may be asked for
  }
  return value;
}

/** Sets a value in `to`; objects on the way are made, lists must be there. */
export function putAt(to: Members, path: Path, value: unknown): void {
  const last = path.length - 1;
  let at = to;
  for (let step = 0; step < last; step++) {
    const member = path[step] ?? '';
    at[member] ??= {};
    at = at[member] as Members; // made above, or a part of the same response
  }
  at[path[last] ?? ''] = value;
}
