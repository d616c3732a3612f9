import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LazyProps {
  readonly load: () => Promise<ComponentType>;
}

/** A part that comes with its own file; nothing stands in its place until it is there. */
export function Lazy({ load }: LazyProps) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  useEffect(() => {
    let stopped = false;
    load().then(
      (part) => !stopped && setPart(() => part),
      () => undefined, // the page works without it; the next page tries again
    );
    return () => {
      stopped = true;
    };
  }, [load]);
  return Part && <Part />;
}
