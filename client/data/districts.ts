// The list of districts is large, so it comes by itself after the page is there.
import { useEffect, useState } from 'preact/hooks';
import type { districtsOf } from '../../shared/places/districts.ts';

export type Districts = typeof districtsOf;

/** `isWanted`: not yet, where something else is to come first. undefined: on its way; null: it could not be read, and the text is taken as it is */
export function useDistricts(isWanted = true): Districts | null | undefined {
  const [districts, setDistricts] = useState<Districts | null>();
  useEffect(() => {
    if (!isWanted) return;
    import('../../shared/places/districts.ts').then(
      (module) => setDistricts(() => module.districtsOf),
      () => setDistricts(null),
    );
  }, [isWanted]);
  return districts;
}
