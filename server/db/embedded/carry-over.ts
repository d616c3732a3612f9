// The process that puts the log into the main file (carry-over-process.ts): begun when it is first needed, ended when it has not been for a while.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `most`: while others write; `rest`: while nobody does; `cut`: the log is made empty, once the mark says that it may be */
export type WhatToCarry = 'most' | 'rest' | 'cut';

export interface Carried {
  /** the main file has everything, and the log begins anew with the next write */
  readonly whole: boolean;
}

const program = fileURLToPath(
  new URL(`./carry-over-process${extname(import.meta.url)}`, import.meta.url),
);
const idleMs = 60_000;
/** one that says nothing for so long is ended: writes wait for it, and what it was at is safe in the log */
const usualPatienceMs = 30_000;

export class CarryOver {
  readonly #file: string;
  readonly #patienceMs: number;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(file: string, patienceMs = usualPatienceMs) {
    this.#file = file;
    this.#patienceMs = patienceMs;
  }

  /** Never rejects: what was not carried over is in the log, and safe there. */
  async carry(what: WhatToCarry): Promise<Carried> {
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#begin();
    stayFor(child);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), this.#patienceMs);
    const carried = await answerOf(child, what);
    clearTimeout(tooLong);
    doNotStayFor(child);
    this.#idle = setTimeout(() => void this.end(), idleMs).unref();
    return carried;
  }

  /** Settles when it is gone, whatever it was at. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const child = this.#child;
    if (!child) return;
    stayFor(child);
    const gone = once(child, 'close').catch(() => undefined);
    child.kill('SIGKILL');
    await gone;
  }

  #begin(): ChildProcess {
    const child = fork(program, [this.#file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const forget = () => {
      if (this.#child === child) this.#child = undefined;
    };
    child.once('error', forget).once('close', forget);
    this.#child = child;
    return child;
  }
}

/** Writes wait for it: a process that has nothing else to do must not end meanwhile. */
function stayFor(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function doNotStayFor(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

const nothing: Carried = { whole: false };

function answerOf(child: ChildProcess, what: WhatToCarry): Promise<Carried> {
  return new Promise((resolve) => {
    const settle = (carried: Carried) => {
      child.off('message', settle).off('close', gone).off('error', gone);
      resolve(carried);
    };
    const gone = () => settle(nothing);
    child.on('message', settle).on('close', gone).on('error', gone);
    child.send(what, (error) => error && gone());
  });
}
