import type { Ref } from 'preact';
import { PageHead, Phrases } from '../../ui/Layout.tsx';

interface StepHeadProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly headingRef: Ref<HTMLSpanElement>;
}

/** The heading that takes the focus when a step begins. */
export function StepHead({ title, text, headingRef }: StepHeadProps) {
  const heading = (
    <span tabIndex={-1} ref={headingRef}>
      <Phrases text={title} />
    </span>
  );
  return <PageHead title={heading} text={text} />;
}
