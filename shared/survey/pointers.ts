// Reading and building objects at JSON pointers of the registry (no pointer there holds an escaped character).

type Members = Record<string, unknown>;

export function valueAt(from: unknown, pointer: string): unknown {
  let value = from;
  for (const member of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Members)[member]; // any object's members may be asked for
  }
  return value;
}

/** Sets a value in `to`; objects on the way are made, lists must be there. */
export function putAt(to: Members, pointer: string, value: unknown): void {
  const members = pointer.split('/').slice(1);
  const last = members.pop() ?? '';
  let at = to;
  for (const member of members) {
    at[member] ??= {};
    at = at[member] as Members; // made above, or a part of the same response
  }
  at[last] = value;
}
