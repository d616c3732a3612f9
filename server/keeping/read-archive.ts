// Reads a backup: its collections one after the other, each compared with its count and digest at its end. What is damaged, cut off,
// of another program or of a later version is refused in a sentence that says where.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StorageRefusal } from '../db/refusal.ts';
import type { Pages } from '../db/whole/source.ts';
import {
  type CollectionSum,
  type Header,
  knownArchive,
  type Manifest,
  type Note,
  noteOf,
} from './archive.ts';
import { type CollectionPages, type OnCounted, Summing, sumsOf } from './sum.ts';

/** Reads all of it and compares everything with what it says of itself. @throws StorageRefusal */
export async function verifyArchive(file: string, progress: OnCounted): Promise<Manifest> {
  const archive = new ArchiveReader(file);
  await sumsOf(archive.sections(), progress);
  return archive.manifest();
}

export class ArchiveReader {
  readonly #file: string;
  readonly #lines: AsyncGenerator<readonly string[]>;
  #portion: readonly string[] = [];
  #at = 0;
  #where = 'at its beginning';
  #sums: Record<string, CollectionSum> = {};
  #header: Header | undefined;
  #manifest: Manifest | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#lines = linesOf(file);
  }

  /** @throws StorageRefusal for what is no backup, or a later one's */
  async header(): Promise<Header> {
    this.#header ??= this.#readable(await this.#firstNote());
    return this.#header;
  }

  /** The collections in their order; each is to be read to its end before the next. */
  async *sections(): AsyncGenerator<CollectionPages> {
    await this.header();
    for (;;) {
      const note = await this.#note();
      if ('manifest' in note) return await this.#finish(note.manifest);
      if (!('begin' in note)) this.#refuse('its lines are not in order');
      yield { collection: note.begin, pages: this.#pages(note.begin) };
    }
  }

  /** Once everything has been read. */
  manifest(): Manifest {
    return this.#manifest ?? this.#refuse('it has no end');
  }

  async #firstNote(): Promise<Header | undefined> {
    const line = await this.#next();
    const note = line === undefined ? undefined : noteOf(line);
    return note && 'header' in note ? note.header : undefined;
  }

  #readable(header: Header | undefined): Header {
    if (typeof header?.archive !== 'number')
      throw new StorageRefusal(
        `${this.#file} is no backup of Rabfang, or its beginning is damaged.`,
      );
    if (header.archive > knownArchive)
      throw new StorageRefusal(
        `${this.#file} was written by a later Rabfang (backup format ${header.archive}; this one knows ${knownArchive}). Restore it with that one.`,
      );
    return header;
  }

  async *#pages(collection: string): Pages {
    const summing = new Summing();
    for (;;) {
      this.#where = `after document ${summing.documents} of ${collection}`;
      const lines = await this.#documents();
      summing.add(lines);
      if (lines.length > 0) yield lines;
      else break;
    }
    const note = await this.#note();
    if (!('end' in note) || note.end !== collection) this.#refuse('its lines are not in order');
    const { documents, sha256 } = summing.sum();
    if (documents !== note.sum?.documents || sha256 !== note.sum.sha256)
      this.#refuse(`${collection} is not what was written`);
    this.#sums[collection] = note.sum;
  }

  async #finish(manifest: Manifest): Promise<void> {
    if (JSON.stringify(manifest.collections) !== JSON.stringify(this.#sums))
      this.#refuse('its collections are not those that it names at its end');
    if ((await this.#next()) !== undefined) this.#refuse('it goes on after its end');
    this.#manifest = manifest;
  }

  /** What is left of the portion before the next note; none when a note comes next. */
  async #documents(): Promise<readonly string[]> {
    if (!(await this.#more())) this.#refuse('it ends too early');
    const from = this.#at;
    while (this.#at < this.#portion.length && !isNote(this.#portion[this.#at])) this.#at++;
    return this.#portion.slice(from, this.#at);
  }

  async #note(): Promise<Note> {
    const line = await this.#next();
    const note = line === undefined ? undefined : noteOf(line);
    return (
      note ?? this.#refuse(line === undefined ? 'it ends too early' : 'its lines are not in order')
    );
  }

  async #next(): Promise<string | undefined> {
    return (await this.#more()) ? this.#portion[this.#at++] : undefined;
  }

  async #more(): Promise<boolean> {
    while (this.#at >= this.#portion.length) {
      const { value, done } = await this.#lines.next().catch((error) => this.#refuseBroken(error));
      if (done) return false;
      this.#portion = value;
      this.#at = 0;
    }
    return true;
  }

  #refuseBroken(error: NodeJS.ErrnoException): never {
    if (error.code?.startsWith('Z_') && !this.#header) this.#readable(undefined);
    if (error.code === 'Z_BUF_ERROR') this.#refuse('it ends too early');
    if (error.code?.startsWith('Z_')) this.#refuse(`it cannot be unpacked: ${error.message}`);
    const why = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.message})`;
    throw new StorageRefusal(`${this.#file} ${why}.`);
  }

  #refuse(what: string): never {
    throw new StorageRefusal(
      `${this.#file} is damaged ${this.#where}: ${what}. Take another backup.`,
    );
  }
}

const isNote = (line: string | undefined): boolean =>
  line !== undefined && noteOf(line) !== undefined;

/** Whole lines, as many as come at once. What stands after the last line end belongs to no line. */
async function* linesOf(file: string): AsyncGenerator<readonly string[]> {
  const unpacked = createGunzip();
  // who reads hears of its failure by what it reads
  pipeline(createReadStream(file), unpacked, () => undefined);
  unpacked.setEncoding('utf8');
  let begun: string[] = [];
  for await (const text of unpacked as AsyncIterable<string>) {
    const [end = '', ...lines] = text.split('\n');
    begun.push(end);
    if (lines.length === 0) continue;
    const first = begun.join('');
    begun = [lines.pop() ?? ''];
    yield [first, ...lines];
  }
  const rest = begun.join('');
  if (rest !== '') yield [rest];
}
