// The page's end of the Worker: questions as promises, and the whole of it ended when its file is left.
import type { CheckQuestions, FromWorker, QuestionKind } from './checking.ts';

export class CheckRefused extends Error {
  readonly refusal: Extract<FromWorker, { readonly kind: 'refused' }>['refusal'];
  constructor(refusal: CheckRefused['refusal']) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

export class Checker {
  readonly #worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  /** `onProgress`: the share of the file that was read, and rows so far */
  constructor(onProgress: (done: number, rows: number) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'progress') return onProgress(data.done, data.rows);
      const waiting = this.#waiting.get(data.no);
      this.#waiting.delete(data.no);
      if (data.kind === 'answer')
        waiting?.resolve(data.answer as never); // asked for by its number
      else if (data.kind === 'refused') waiting?.reject(new CheckRefused(data.refusal));
      else waiting?.reject(new Error(data.message));
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    });
  }

  ask<K extends QuestionKind>(
    kind: K,
    ask: CheckQuestions[K]['ask'],
  ): Promise<CheckQuestions[K]['answer']> {
    const no = ++this.#asked;
    this.#worker.postMessage({ no, kind, ask });
    return new Promise((resolve, reject) => this.#waiting.set(no, { resolve, reject }));
  }

  end(): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new DOMException('', 'AbortError'));
    this.#waiting.clear();
  }
}
