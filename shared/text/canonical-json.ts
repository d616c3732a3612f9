/** JSON with sorted keys: equal values give equal text. Undefined members are left out, as JSON has it. */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && !escaped.test(value)) return `"${value}"`;
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const { key, head } of sortedKeys(Object.keys(members))) {
    const member = members[key];
    if (member === undefined) continue;
    text += text === '' ? head : `,${head}`;
    text += canonicalJson(member);
  }
  return `{${text}}`;
}

/** what does not stand for itself between quotes; most texts have none of it, and need no second look */
const escaped = /["\\\0-\x1f\ud800-\udfff]/;

interface SortedKey {
  readonly key: string;
  /** as it stands before its value */
  readonly head: string;
}

interface KnownOrder {
  readonly keys: readonly string[];
  readonly sorted: readonly SortedKey[];
}

const mostOrders = 100;
/** of one key; what has longer ones is no row of ours, and is not kept */
const longestKey = 64;
const orders = new Map<string, KnownOrder>();

/** The rows of a file are objects of few shapes, each known again by its first key: sorting cost more than all the rest. */
function sortedKeys(keys: readonly string[]): readonly SortedKey[] {
  const first = keys[0] ?? '';
  const known = orders.get(first);
  if (known && isSame(known.keys, keys)) return known.sorted;
  const sorted = [...keys].sort().map((key) => ({ key, head: `${JSON.stringify(key)}:` }));
  if (keys.length > mostOrders || keys.some((key) => key.length > longestKey)) return sorted;
  if (orders.size >= mostOrders) orders.clear();
  orders.set(first, { keys, sorted });
  return sorted;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
