import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import { type Project, projectStates } from '../../../shared/api/plan.ts';
import { inMembers } from '../../../shared/text/names.ts';
import { api } from '../../data/api.ts';
import { useOffices } from '../../data/offices.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ProjectFields } from './ProjectFields.tsx';
import { meantProject, type ProjectFaults, valuesOfProject } from './project-values.ts';
import { useSubPlans } from './sub-plans.ts';

interface ProjectFormProps {
  /** null: a new one */
  readonly project: Project | null;
  readonly onSaved: (project: Project) => void;
}

/** By the same rules as the server; what it refuses all the same is said above. */
export function ProjectForm({ project, onSaved }: ProjectFormProps) {
  const { t, lang } = useI18n();
  const words = t.plan;
  const { all: offices = [] } = useOffices();
  const { all: subPlans } = useSubPlans();
  const [values, setValues] = useState(() => valuesOfProject(project, lang));
  const [faults, setFaults] = useState<ProjectFaults>({});
  const { busy, failure, send } = useSending();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const ground = {
      offices: new Set(offices.map(({ id }) => id)),
      subPlans: new Map(subPlans.map(({ id, state }) => [id, state] as const)),
    };
    const meant = meantProject(values, ground, project);
    setFaults('faults' in meant ? meant.faults : {});
    if ('faults' in meant) return;
    const { code, names, ...rest } = meant.project;
    const body = { ...rest, ...inMembers('name', names) };
    const saved = await send(() =>
      project
        ? api(paths.project(encodeURIComponent(project.id)), {
            method: 'PATCH',
            body: { ...body, version: project.version },
          })
        : api(paths.projects(), { method: 'POST', body: { code, ...body } }),
    );
    if (!saved || 'counts' in saved) return;
    announce(words.saved);
    onSaved(saved);
  };
  return (
    <form class="plan-form" onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice of={failure} />
      <ProjectFields values={values} faults={faults} isNew={!project} onChange={setValues} />
      <RadioGroup
        label={words.state}
        value={values.state}
        choices={projectStates.map((state) => ({ value: state, label: words.states[state] }))}
        onChange={(state) =>
          setValues({ ...values, state: projectStates.find((one) => one === state) ?? 'planned' })
        }
      />
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
      </p>
    </form>
  );
}
