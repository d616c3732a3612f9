// How a form is filled in: when it was begun, and how many answers were changed after they had been given. No keystrokes.
import { useRef } from 'preact/hooks';
import type { HowFilled } from '../../../shared/api/filling.ts';
import type { FillingSoFar } from '../../data/outbox-store.ts';
import type { FormValues } from './form-values.ts';

interface Watching {
  /** to be called when a field is left */
  settle(): void;
  readonly soFar: { readonly filling?: FillingSoFar };
  finished(): { readonly filling?: HowFilled };
}

/** `begun`: of a draft that is taken up again; null where it does not say, and then nothing is said of it. */
export function useFilling(begun: FillingSoFar | null | undefined, values: FormValues): Watching {
  const kept = useRef(begun ?? { startedAt: Date.now(), edits: 0 });
  const settled = useRef(values);
  const settle = () => {
    const { startedAt, edits } = kept.current;
    kept.current = { startedAt, edits: edits + changedAnswers(settled.current, values) };
    settled.current = values;
  };
  return {
    settle,
    soFar: begun === null ? {} : { filling: kept.current },
    finished() {
      if (begun === null) return {};
      settle();
      const { startedAt, edits } = kept.current;
      const iso = (ms: number) => new Date(ms).toISOString();
      return { filling: { startedAt: iso(startedAt), finishedAt: iso(Date.now()), edits } };
    },
  };
}

/** Answers that were there before and are others now, or gone. What comes, goes or moves as a whole is no changed answer. */
export function changedAnswers(before: FormValues, now: FormValues): number {
  const { issues: issuesBefore, answers: answersBefore, ...outerBefore } = before;
  const { issues, answers, ...outer } = now;
  const pairs: (readonly [object, object])[] = [
    [outerBefore, outer],
    [answersBefore, answers],
    ...issues.flatMap((issue) => {
      const same = issuesBefore.find(({ key }) => key === issue.key);
      return same ? [[same, issue] as const] : [];
    }),
  ];
  return pairs.reduce((sum, [then, here]) => sum + changedIn(then, here), 0);
}

function changedIn(before: object, now: object): number {
  const given = Object.entries(before).filter(
    ([name, value]) => name !== 'photos' && value !== null && value !== '' && value?.length !== 0,
  );
  const here = now as Readonly<Record<string, unknown>>;
  return given.filter(([name, value]) => JSON.stringify(here[name]) !== JSON.stringify(value))
    .length;
}
