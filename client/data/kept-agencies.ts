// The agencies that the own office has named, as this device heard of them last. Gone with signing out.

const keyOf = (owner: string): string => `rabfang.agencies.${owner}`;

export function keepAgencies(owner: string, names: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(names));
  } catch {
    // without room for them they are typed
    forgetAgencies(owner);
  }
}

export function keptAgencies(owner: string): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(owner)) ?? '[]') as readonly string[];
  } catch {
    return [];
  }
}

export function forgetAgencies(owner: string): void {
  localStorage.removeItem(keyOf(owner));
}
