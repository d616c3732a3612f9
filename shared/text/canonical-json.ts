/** JSON with sorted keys: equal values give equal text. Undefined members are left out, as JSON has it. */
export function canonicalJson(value: unknown): string {
  const seen = { unusual: false };
  const ordered = sorted(value, seen);
  // the engine writes an object many times faster than we put a text together
  return seen.unusual ? written(value) : (JSON.stringify(ordered) ?? 'null');
}

/** The same value with its members in order; of no use when one of them was `unusual`. */
function sorted(value: unknown, seen: { unusual: boolean }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => sorted(item, seen));
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON(), seen);
  const members = value as Readonly<Record<string, unknown>>;
  const { inOrder, unusual } = orderOf(Object.keys(members));
  if (unusual) seen.unusual = true;
  const ordered: Record<string, unknown> = {};
  if (!unusual) for (const { key } of inOrder) ordered[key] = sorted(members[key], seen);
  return ordered;
}

function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return written(value.toJSON());
  const members = value as Readonly<Record<string, unknown>>;
  const texts = orderOf(Object.keys(members)).inOrder.flatMap(({ key, head }) =>
    members[key] === undefined ? [] : [head + written(members[key])],
  );
  return `{${texts.join(',')}}`;
}

interface SortedKey {
  readonly key: string;
  /** as it stands before its value */
  readonly head: string;
}

interface KnownOrder {
  readonly keys: readonly string[];
  readonly inOrder: readonly SortedKey[];
  /** an object does not keep this order: it puts numbers first, and `__proto__` is no member of one */
  readonly unusual: boolean;
}

const leavesOrder = /^(?:\d+|__proto__|toJSON)$/;

const mostOrders = 100;
/** of one key; what has longer ones is no row of ours, and is not kept */
const longestKey = 64;
const orders = new Map<string, KnownOrder>();

/** The rows of a file are objects of few shapes, each known again by its first key: sorting cost more than all the rest. */
function orderOf(keys: readonly string[]): KnownOrder {
  const first = keys[0] ?? '';
  const known = orders.get(first);
  if (known && isSame(known.keys, keys)) return known;
  const inOrder = [...keys].sort().map((key) => ({ key, head: `${JSON.stringify(key)}:` }));
  const order = { keys, inOrder, unusual: keys.some((key) => leavesOrder.test(key)) };
  if (keys.length > mostOrders || keys.some((key) => key.length > longestKey)) return order;
  if (orders.size >= mostOrders) orders.clear();
  orders.set(first, order);
  return order;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
