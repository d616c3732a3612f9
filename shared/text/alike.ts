// Short texts that say nearly the same, put together while they come in: each new text is compared with the first text of
// every group that it may belong to, found by MinHash and banding (Broder 1997; Leskovec et al., Mining of Massive Datasets,
// §3.4). What is kept grows with the groups, not with the texts. The same texts in the same order give the same groups.
import { normaliseLine } from './thai.ts';

/** characters in a row that make one shingle: Thai is written without spaces between words */
const shingleLength = 3;
/** 12 bands of 4: half of the pairs with a similarity of 0.54 meet, 95 % of those with 0.7 */
const bands = 12;
const rowsOfBand = 4;
const permutations = bands * rowsOfBand;
/** texts that share this part of their shingles (Jaccard) are alike */
const usuallyAlike = 0.6;
/** what stands behind it is not read: titles are shorter */
const mostCharacters = 400;
/** leaders of one band that are compared at most: a common phrase must not make it slow */
const mostCompared = 24;

interface Leader {
  readonly group: number;
  readonly shingles: ReadonlySet<number>;
}

export class AlikeGroups {
  readonly #similarity: number;
  readonly #byText = new Map<string, number>();
  readonly #byBand = new Map<number, Leader[]>();
  #groups = 0;

  /** `similarity`: from 0 to 1, the Jaccard similarity to a group's first text from which a text belongs to it */
  constructor(similarity = usuallyAlike) {
    this.#similarity = similarity;
  }

  /** how many groups there are */
  get size(): number {
    return this.#groups;
  }

  /** The number of the text's group: 0, 1, 2 … in the order in which they began. */
  add(text: string): number {
    const plain = plainOf(text);
    const known = this.#byText.get(plain);
    if (known !== undefined) return known;
    const shingles = shinglesOf(plain);
    const marks = bandsOf(shingles);
    const group = this.#leaderOf(shingles, marks)?.group ?? this.#begin(shingles, marks);
    this.#byText.set(plain, group);
    return group;
  }

  #leaderOf(shingles: ReadonlySet<number>, marks: readonly number[]): Leader | undefined {
    let best: Leader | undefined;
    let most = this.#similarity;
    const seen = new Set<number>();
    for (const mark of marks) {
      for (const leader of this.#byBand.get(mark) ?? []) {
        if (seen.has(leader.group)) continue;
        seen.add(leader.group);
        const alike = jaccard(shingles, leader.shingles);
        if (alike < most || (alike === most && best)) continue;
        most = alike;
        best = leader;
      }
    }
    return best;
  }

  #begin(shingles: ReadonlySet<number>, marks: readonly number[]): number {
    const leader = { group: this.#groups, shingles };
    this.#groups += 1;
    for (const mark of marks) {
      const others = this.#byBand.get(mark);
      if (!others) this.#byBand.set(mark, [leader]);
      else if (others.length < mostCompared) others.push(leader);
    }
    return leader.group;
  }
}

/** What makes no difference between two texts: case, spaces, signs, and which digits stand in them. */
function plainOf(text: string): string {
  return normaliseLine(text)
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '0')
    .replace(/[^\p{L}\p{M}0]+/gu, '')
    .slice(0, mostCharacters);
}

function shinglesOf(plain: string): Set<number> {
  const shingles = new Set<number>();
  const last = Math.max(plain.length - shingleLength, 0);
  for (let i = 0; i <= last; i++) shingles.add(hashOf(plain, i, i + shingleLength));
  return shingles;
}

/** One number a band, in which the band's place stands too. */
function bandsOf(shingles: ReadonlySet<number>): number[] {
  const least = new Uint32Array(permutations).fill(0xffffffff);
  for (const shingle of shingles) {
    // two hashes stand for all (Kirsch and Mitzenmacher 2006)
    const step = mix(shingle) | 1;
    let value = mix(shingle ^ 0x9e3779b1);
    for (let i = 0; i < permutations; i++) {
      value = (value + step) >>> 0;
      if (value < (least[i] as number)) least[i] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) => {
    let mark = band;
    for (let row = 0; row < rowsOfBand; row++)
      mark = mix(mark ^ (least[band * rowsOfBand + row] ?? 0));
    return mark;
  });
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of few) if (many.has(shingle)) common += 1;
  return common / (one.size + other.size - common);
}

/** FNV-1a of a part of a text. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to && i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: each bit of what comes in changes half of those that go out. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
