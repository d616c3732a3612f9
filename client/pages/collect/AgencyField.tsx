import { useAgencies } from '../../data/agencies.ts';
import { FieldNotes } from './FieldNotes.tsx';
import type { ControlProps } from './question-props.ts';
import { SuggestedText } from './SuggestedText.tsx';

/** Offers what the office has called agencies before, so that one is written one way. */
export function AgencyField({ warnings, around, ...props }: ControlProps) {
  const { survey, owner } = around.filling;
  const names = useAgencies(survey, owner);
  return (
    <>
      <SuggestedText {...props} suggestions={names.map((value) => ({ value }))} />
      <FieldNotes warnings={warnings} />
    </>
  );
}
