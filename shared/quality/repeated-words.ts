// The same report from several offices: what two have sent counts twice. Words are compared by 48 bits of a hash: among a million issues
// two different ones are taken for the same twice in a thousand runs. Kept in 26 bytes an issue, so that a million takes 26 MB.
import { type FoundFlag, type LookedAt, mostNamed } from './flag.ts';

interface Said {
  readonly id: string;
  readonly office: string;
  readonly province: string;
}

/** words of 32 bits in an id */
const idParts = 4;

export class RepeatedWords {
  #count = 0;
  #words = new Float64Array(1024);
  #ids = new Uint32Array(1024 * idParts);
  #offices = new Uint16Array(1024);
  readonly #codes = new Map<string, number>();
  readonly #places: { readonly office: string; readonly province: string }[] = [];

  add({ id, office, province, issues }: LookedAt): void {
    const said = new Set<number>();
    for (const { words } of issues) if (words !== null) said.add(words);
    if (said.size === 0) return;
    const place = this.#codeOf(office, province);
    const parts = partsOf(id);
    for (const words of said) {
      this.#makeRoom();
      const at = this.#count++;
      this.#words[at] = words;
      this.#ids.set(parts, at * idParts);
      this.#offices[at] = place;
    }
  }

  flags(): readonly FoundFlag[] {
    return [...this.#again()].flatMap(([words, all]): FoundFlag[] => {
      const offices = new Set(all.map(({ office }) => office));
      if (offices.size < 2) return [];
      return [
        {
          rule: 'duplicates',
          subject: words.toString(36),
          provinces: [...new Set(all.map(({ province }) => province))].sort(),
          cases: all.length,
          numbers: { cases: all.length, offices: offices.size },
          responses: all.slice(0, mostNamed).map(({ id }) => id),
        },
      ];
    });
  }

  /** What was said in more than one response. */
  #again(): ReadonlyMap<number, readonly Said[]> {
    const sorted = this.#words.slice(0, this.#count).sort();
    const again = new Map<number, Said[]>();
    sorted.forEach((words, at) => {
      if (words === sorted[at - 1]) again.set(words, []);
    });
    for (let at = 0; at < this.#count; at++) {
      const all = again.get(this.#words[at] ?? 0);
      const place = all && this.#places[this.#offices[at] ?? 0];
      if (place) all.push({ id: idOf(this.#ids, at * idParts), ...place });
    }
    return again;
  }

  #codeOf(office: string, province: string): number {
    const key = `${office} ${province}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#places.push({ office, province }) - 1;
    this.#codes.set(key, code);
    return code;
  }

  #makeRoom(): void {
    if (this.#count < this.#words.length) return;
    const [words, ids, offices] = [this.#words, this.#ids, this.#offices];
    this.#words = new Float64Array(words.length * 2);
    this.#ids = new Uint32Array(ids.length * 2);
    this.#offices = new Uint16Array(offices.length * 2);
    this.#words.set(words);
    this.#ids.set(ids);
    this.#offices.set(offices);
  }
}

function partsOf(id: string): number[] {
  const hex = id.replaceAll('-', '');
  return Array.from({ length: idParts }, (_, at) =>
    Number.parseInt(hex.slice(at * 8, at * 8 + 8), 16),
  );
}

function idOf(ids: Uint32Array, from: number): string {
  const hex = [...ids.subarray(from, from + idParts)]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20)].join('-');
}
