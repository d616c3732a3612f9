// A column of a file says the same few things in row after row: the same days, provinces, strategies.

const most = 500;
const longest = 60;

/**
 * A reading of whole cells that remembers what it made of the last different ones. Only what it `understood` is kept, so that
 * nothing a stranger wrote stays in memory, and junk pushes nothing out.
 */
export function remembering<T>(
  read: (text: string) => T,
  understood: (value: T) => boolean,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    // a text of its own: one cut out of a file would keep that piece of the file in memory
    const key = `=${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(text);
    if (!understood(value)) return value;
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
