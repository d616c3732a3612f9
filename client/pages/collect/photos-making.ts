// The photos that are being made small at the moment: they count as there already, and sending waits for them.
import { useState } from 'preact/hooks';

export interface PhotosMaking {
  /** of an issue, by its key */
  of(key: string): number;
  readonly count: number;
  /** how many came to nothing since `forget` */
  readonly failed: number;
  begin(key: string, count: number): void;
  end(key: string, hasFailed: boolean): void;
  forget(): void;
}

export function usePhotosMaking(): PhotosMaking {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(0);
  return {
    of: (key) => keys.filter((one) => one === key).length,
    count: keys.length,
    failed,
    begin: (key, count) => setKeys((now) => [...now, ...Array<string>(count).fill(key)]),
    end(key, hasFailed) {
      setKeys((now) => now.toSpliced(now.indexOf(key), 1));
      if (hasFailed) setFailed((now) => now + 1);
    },
    forget: () => setFailed(0),
  };
}
