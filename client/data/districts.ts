// The list of districts is large, so it comes by itself after the page is there.
import { useEffect, useState } from 'preact/hooks';
import type { districtsOf } from '../../shared/places/districts.ts';

export type Districts = typeof districtsOf;

/** undefined: on its way; null: it could not be read, and the text is taken as it is */
export function useDistricts(): Districts | null | undefined {
  const [districts, setDistricts] = useState<Districts | null>();
  useEffect(() => {
    import('../../shared/places/districts.ts').then(
      (module) => setDistricts(() => module.districtsOf),
      () => setDistricts(null),
    );
  }, []);
  return districts;
}
