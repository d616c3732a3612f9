// What waits for me, what I did last, the one next step: another page for each role.
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import type { PageProps } from '../../page-props.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { AdministratorHome } from './AdministratorHome.tsx';
import { EnumeratorHome } from './EnumeratorHome.tsx';
import './home.css';
import { OfficerHome } from './OfficerHome.tsx';
import { PlannerHome } from './PlannerHome.tsx';

const homes = {
  enumerator: EnumeratorHome,
  officer: OfficerHome,
  planner: PlannerHome,
  administrator: AdministratorHome,
};

export function HomePage(_props: PageProps) {
  const { user } = useSession();
  const { survey, error } = useSurvey();
  if (!user) return null;
  const Home = homes[user.role];
  return (
    <div class="wrap page">
      {survey && <Home user={user} survey={survey} />}
      {!survey && error && <ProblemState problem={error} />}
      {!survey && !error && <LoadingState />}
    </div>
  );
}
