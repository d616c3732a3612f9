import { LoadingState } from '../../ui/LoadingState.tsx';
import { PartMissing } from '../../ui/PartMissing.tsx';
import { formRest } from './form-rest.ts';

/** Where the rest of the form alone can say what is to be said. */
export function RestComing() {
  return (
    <PartMissing part={formRest}>
      <LoadingState />
    </PartMissing>
  );
}
