// The check of the whole file at start, beside the start itself.
import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StorageRefusal } from '../refusal.ts';

export interface Broken {
  readonly collection: string;
  readonly rid: number;
}

/** what the process tells, one after the other */
export type Finding =
  | { readonly pages: readonly string[] }
  | { readonly broken: readonly Broken[] }
  | { readonly indexes: readonly string[] };

export interface Examination {
  /** what is wrong with the pages: with none, every document and index can be reached */
  readonly pages: Promise<readonly string[]>;
  /** documents that are not what was stored */
  readonly broken: Promise<readonly Broken[]>;
  /** what is wrong between indexes and documents */
  readonly indexes: Promise<readonly string[]>;
  /** ends it, done or not */
  end(): void;
}

const program = fileURLToPath(
  new URL(`./examine-process${extname(import.meta.url)}`, import.meta.url),
);

const endless = (file: string): string =>
  `The check of ${file} came to no end. Start again; should it stay so, put back a copy of the whole folder.`;

/** 0.8 s for the pages of a file of 1 GB (500,000 responses), 10 s for all of it, on a core of its own. */
export function examine(file: string): Examination {
  const child = fork(program, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const heard = <T>(pick: (finding: Finding) => T | undefined) => {
    const promise = new Promise<T>((resolve, reject) => {
      child.on('message', (finding: Finding) => {
        const picked = pick(finding);
        if (picked !== undefined) resolve(picked);
      });
      child.once('error', reject);
      child.once('close', () => reject(new StorageRefusal(endless(file))));
    });
    // who waits for it is told; nobody has to
    promise.catch(() => undefined);
    return promise;
  };
  const found = {
    pages: heard((finding) => ('pages' in finding ? finding.pages : undefined)),
    broken: heard((finding) => ('broken' in finding ? finding.broken : undefined)),
    indexes: heard((finding) => ('indexes' in finding ? finding.indexes : undefined)),
  };
  return { ...found, end: () => void child.kill('SIGKILL') };
}
