// The files that were chosen, one after another: each becomes a batch of its own.

export interface ChosenFile {
  /** of the batch it becomes; kept when it is sent again */
  readonly id: string;
  readonly file: File;
  readonly fate: 'waiting' | 'current' | 'sent' | 'left';
  /** once it is sent */
  readonly receipt: string | null;
  /** its bytes have left this device */
  readonly hasLeft: boolean;
}

export interface JustChosen {
  readonly files: readonly { readonly id: string; readonly file: File }[];
  /** of the folders that they came from: files that are no tables */
  readonly leftOut?: number;
}

interface Chosen {
  readonly files: readonly ChosenFile[];
}

export function currentFile({ files }: Chosen): ChosenFile | null {
  return files.find((file) => file.fate === 'current') ?? null;
}

export function nextFile({ files }: Chosen): ChosenFile | null {
  return files.find((file) => file.fate === 'waiting') ?? null;
}

/** `resumed`: the batch that the first of them is to finish */
export function inTurn(
  files: readonly { readonly id: string; readonly file: File }[],
  resumed: string | null,
): readonly ChosenFile[] {
  return files.map(({ id, file }, index) => ({
    id: resumed !== null && index === 0 ? resumed : id,
    file,
    fate: index === 0 ? 'current' : 'waiting',
    receipt: null,
    hasLeft: resumed !== null && index === 0,
  }));
}

export function changeCurrent(
  files: readonly ChosenFile[],
  change: Partial<ChosenFile>,
): readonly ChosenFile[] {
  return files.map((file) => (file.fate === 'current' ? { ...file, ...change } : file));
}

/** The current one is sent or left behind, and the next one opened. */
export function openNext(files: readonly ChosenFile[]): readonly ChosenFile[] {
  const upcoming = nextFile({ files });
  return files.map((file): ChosenFile => {
    if (file.fate === 'current') return { ...file, fate: file.receipt ? 'sent' : 'left' };
    return file === upcoming ? { ...file, fate: 'current' } : file;
  });
}
