// The list of districts is large, so it comes by itself after the form is there; without it the text is taken as it is.
import { useEffect, useState } from 'preact/hooks';
import type { districtsOf } from '../../shared/places/districts.ts';

export type Districts = typeof districtsOf;

export function useDistricts(): Districts | null {
  const [districts, setDistricts] = useState<Districts | null>(null);
  useEffect(() => {
    import('../../shared/places/districts.ts').then(
      (module) => setDistricts(() => module.districtsOf),
      () => setDistricts(null),
    );
  }, []);
  return districts;
}
