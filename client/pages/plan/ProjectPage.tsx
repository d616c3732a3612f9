// One project: what it has reached against its targets, what it costs, where it works. Edited and reported here.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Project, ProjectResult } from '../../../shared/api/plan.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { pencil } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import './plan.css';
import { ProjectFacts } from './ProjectFacts.tsx';
import { ProjectForm } from './ProjectForm.tsx';
import { ProjectProblems } from './ProjectProblems.tsx';
import { ProjectResults } from './ProjectResults.tsx';
import { mayEditPlan } from './project-address.ts';
import { ResultForm } from './ResultForm.tsx';

/** what is being written: the project, one of its results, or a new one */
type Writing = 'project' | 'result' | ProjectResult | null;

export function ProjectPage({ params }: PageProps) {
  const { t, lang } = useI18n();
  const { user } = useSession();
  const { data, error, refetch, replace } = useQuery(
    paths.project(encodeURIComponent(params.id ?? '')),
  );
  const [writing, setWriting] = useState<Writing>(null);
  const title = data ? nameIn(data, lang) : t.shell.titles.project;
  const mayEdit = user !== null && mayEditPlan(user.role);
  const saved = (after: Project) => {
    setWriting(null);
    replace(after);
  };
  return (
    <div class="wrap page plan">
      <PageHead
        crumb={<WayBack list="/plan/projects" word={t.plan.back} />}
        title={<Phrases text={title} />}
        text={data?.code}
      >
        {data && mayEdit && (
          <Button icon={pencil} onClick={() => setWriting('project')}>
            {t.plan.editShort}
          </Button>
        )}
      </PageHead>
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={8} />}
      {data && (
        <div class="plan-grid">
          <div class="plan-main">
            <ProjectResults
              project={data}
              onReport={mayEdit || user?.office === data.office ? setWriting : undefined}
            />
            <ProjectProblems project={data} />
          </div>
          <ProjectFacts project={data} />
        </div>
      )}
      {data && (
        <WriteDialog
          project={data}
          writing={writing}
          onSaved={saved}
          onClose={() => setWriting(null)}
        />
      )}
    </div>
  );
}

interface WriteDialogProps {
  readonly project: Project;
  readonly writing: Writing;
  readonly onSaved: (after: Project) => void;
  readonly onClose: () => void;
}

function WriteDialog({ project, writing, onSaved, onClose }: WriteDialogProps) {
  const { t } = useI18n();
  const title = writing === 'project' ? t.plan.edit : t.plan.reportTitle;
  return (
    <Dialog open={writing !== null} title={title} onClose={onClose}>
      {writing === 'project' && <ProjectForm project={project} onSaved={onSaved} />}
      {writing !== null && writing !== 'project' && (
        <ResultForm
          project={project}
          result={writing === 'result' ? null : writing}
          onSaved={onSaved}
        />
      )}
    </Dialog>
  );
}
