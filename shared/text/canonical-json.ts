/** Members that are written otherwise than they are, by name: their JSON, or '' for those that are left out. */
export type Instead = ReadonlyMap<string, string>;

/**
 * JSON with sorted keys: equal values give equal text. Undefined members are left out, as JSON has it. `instead` is of the value's own
 * members, and changes nothing but them: whoever wants a few of them otherwise need not take over all the others.
 */
export function canonicalJson(value: unknown, instead?: Instead): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return itemsOf(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  return membersOf(value as Readonly<Record<string, unknown>>, instead);
}

function itemsOf(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at++)
    text += at === 0 ? canonicalJson(items[at]) : `,${canonicalJson(items[at])}`;
  return `${text}]`;
}

function membersOf(members: Readonly<Record<string, unknown>>, instead?: Instead): string {
  let text = '';
  for (const { key, first, next } of orderOf(Object.keys(members)).inOrder) {
    const other = instead?.get(key);
    const member = members[key];
    if (other === '' || (other === undefined && member === undefined)) continue;
    text += text === '' ? first : next;
    text += other ?? canonicalJson(member);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** what JSON writes otherwise than it is */
const escaped = /["\\\0-\x1f\ud800-\udfff]/;

const quoted = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

interface SortedKey {
  readonly key: string;
  /** as it stands before its value, at the beginning of the object and behind others */
  readonly first: string;
  readonly next: string;
}

interface KnownOrder {
  readonly keys: readonly string[];
  readonly inOrder: readonly SortedKey[];
}

const mostOrders = 100;
/** of one key; what has longer ones is no row of ours, and is not kept */
const longestKey = 64;
const orders = new Map<string, KnownOrder>();

/** The rows of a file are objects of few shapes, each known again by its first key: sorting cost more than all the rest. */
function orderOf(keys: readonly string[]): KnownOrder {
  const first = keys[0] ?? '';
  const known = orders.get(first);
  if (known && isSame(known.keys, keys)) return known;
  const inOrder = [...keys].sort().map(sortedKey);
  const order = { keys, inOrder };
  if (keys.length > mostOrders || keys.some((key) => key.length > longestKey)) return order;
  if (orders.size >= mostOrders) orders.clear();
  orders.set(first, order);
  return order;
}

function sortedKey(key: string): SortedKey {
  const name = JSON.stringify(key);
  return { key, first: `{${name}:`, next: `,${name}:` };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
