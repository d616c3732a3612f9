// What was dropped or chosen, as files to be sent: a folder is gone through, and of what lies in it only tables are taken.

/** files of one drop; more are another day's work, and a folder may be a whole disk */
export const mostFiles = 200;
/** entries that are looked at, also where few of them are tables */
const mostEntries = 20_000;
const table = /^(?!\.|~\$).*\.(?:csv|txt|tsv|xlsx|xlsm|ods)$/i;

export interface Taken {
  /** in the order of their paths */
  readonly files: readonly File[];
  /** files of folders that are no tables, or too many */
  readonly leftOut: number;
}

/** To be called at once: a drop can be read in its own event alone. */
export function droppedFiles({ items, files }: DataTransfer): Promise<Taken> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory))
    return Promise.resolve({ files: [...files], leftOut: 0 });
  return walk(entries);
}

/** As a browser gives the files of a folder that was chosen. */
export function filesOfFolder(files: readonly File[]): Taken {
  return only(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

interface Found {
  readonly path: string;
  readonly file: File;
}

async function walk(given: readonly FileSystemEntry[]): Promise<Taken> {
  const found: Found[] = [];
  const left = [...given];
  for (let looked = 0; looked < mostEntries; looked++) {
    const entry = left.shift();
    if (!entry) break;
    if (isFile(entry)) found.push({ path: entry.fullPath, file: await fileOf(entry) });
    else if (isFolder(entry)) left.push(...(await entriesOf(entry)));
  }
  return only(found);
}

function only(found: readonly Found[]): Taken {
  const tables = found
    .filter(({ path, file }) => table.test(file.name) && !/\/[.]/.test(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'th', { numeric: true }));
  const files = tables.slice(0, mostFiles).map(({ file }) => file);
  return { files, leftOut: found.length - files.length };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser tells some of them at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length > mostEntries) return all;
    all.push(...some);
  }
}
