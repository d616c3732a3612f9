// What a service worker has around it, as far as ours uses it: the compiler's own list of it cannot stand beside that of a page.

export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface AssetRequest extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Message extends WorkerEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** Background Sync */
export interface LineBack extends WorkerEvent {
  readonly tag: string;
}

export interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', hear: (event: WorkerEvent) => void): void;
  addEventListener(name: 'fetch', hear: (event: AssetRequest) => void): void;
  addEventListener(name: 'sync', hear: (event: LineBack) => void): void;
  addEventListener(name: 'message', hear: (event: Message) => void): void;
}
