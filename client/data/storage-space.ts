// How much room this device gives us, and whether it promises to keep what is there.
import { useEffect, useState } from 'preact/hooks';

export interface StorageState {
  readonly persisted: boolean;
  /** null: the browser does not say */
  readonly freeBytes: number | null;
}

/** some two hundred photos: below it a day's work may not fit, also since a private window gives little */
const little = 100e6;

export function useStorage(): StorageState & { readonly ask: () => void } {
  const [state, setState] = useState<StorageState>({ persisted: false, freeBytes: null });
  const look = async () => {
    const { storage } = navigator;
    const persisted = (await storage?.persisted?.()) ?? false;
    const estimate = await storage?.estimate?.();
    const freeBytes = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0);
    setState({ persisted, freeBytes });
  };
  useEffect(() => void look(), []);
  return { ...state, ask: () => void navigator.storage?.persist?.().then(look) };
}

/** Its bytes, where it is too little to promise anything; else null. */
export function useLittleSpace(): number | null {
  const { freeBytes } = useStorage();
  return freeBytes !== null && freeBytes < little ? freeBytes : null;
}

export function sizeWords(bytes: number): string {
  const gigabytes = bytes / 1e9;
  return gigabytes >= 1
    ? `${gigabytes.toFixed(1)} GB`
    : `${Math.max(0, Math.round(bytes / 1e6))} MB`;
}
