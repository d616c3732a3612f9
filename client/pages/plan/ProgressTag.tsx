// How far an indicator has come, and how a project stands: word, shape and colour together.
import type { ProjectState } from '../../../shared/api/plan.ts';
import type { ProgressClass } from '../../../shared/plan/progress.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { IconShapes } from '../../ui/Icon.tsx';
import {
  arrowDown,
  arrowRight,
  arrowUp,
  circleCheck,
  circleHelp,
  clipboardList,
  clock,
  x,
} from '../../ui/icons.ts';
import { type NoticeKind, Tag } from '../../ui/Notice.tsx';

type Look = readonly [kind: NoticeKind, icon: IconShapes];

const looks: Readonly<Record<ProgressClass, Look>> = {
  deterioration: ['error', arrowDown],
  limited: ['warning', arrowRight],
  moderate: ['warning', arrowUp],
  substantial: ['ok', arrowUp],
  achieved: ['ok', circleCheck],
  'not-enough-data': ['offline', circleHelp],
};

export function ProgressTag({ of }: { readonly of: ProgressClass }) {
  const { t } = useI18n();
  const [kind, icon] = looks[of];
  return (
    <Tag kind={kind} icon={icon}>
      {t.plan.classes[of]}
    </Tag>
  );
}

const stateLooks: Readonly<Record<ProjectState, Look>> = {
  planned: ['offline', clipboardList],
  running: ['ok', clock],
  finished: ['ok', circleCheck],
  retired: ['offline', x],
};

export function StateOfProject({ state }: { readonly state: ProjectState }) {
  const { t } = useI18n();
  const [kind, icon] = stateLooks[state];
  return (
    <Tag kind={kind} icon={icon}>
      {t.plan.states[state]}
    </Tag>
  );
}
