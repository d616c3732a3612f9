// What waits for me, what I did last, the one next step: another page for each role.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { renewApp, renewIfOld } from '../../data/app-files.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { needAreas, useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ErrorState, ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { EnumeratorHome } from './EnumeratorHome.tsx';
import type { HomeProps } from './home-props.ts';
import './home.css';

export function HomePage(_props: PageProps) {
  const { user } = useSession();
  const { survey, error } = useSurvey();
  if (!user) return null;
  const Home = user.role === 'enumerator' ? EnumeratorHome : OfficeHome;
  return (
    <div class="wrap page">
      {survey && <Home user={user} survey={survey} />}
      {!survey && error && <ProblemState problem={error} />}
      {!survey && !error && <LoadingState />}
    </div>
  );
}

/** Those of the office come with their own file and words: a phone in the field has no use for them. */
async function officeHomes(): Promise<ComponentType<HomeProps>> {
  const [file] = await Promise.all([
    import('./OfficeHome.tsx'),
    needAreas(['findings', 'batches', 'violations']),
  ]);
  return file.OfficeHome;
}

function OfficeHome(props: HomeProps) {
  const { t } = useI18n();
  const [Home, setHome] = useState<ComponentType<HomeProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    officeHomes().then(
      (home) => setHome(() => home),
      async () => (await renewIfOld()) || setFailed(true),
    );
  };
  useEffect(load, []);
  const tryAgain = () => void renewApp().then((isRenewed) => isRenewed || load());
  if (Home) return <Home {...props} />;
  if (!failed) return <LoadingState />;
  const { pageNotLoaded, pageNotLoadedWhy } = t.shell;
  return <ErrorState title={pageNotLoaded} text={pageNotLoadedWhy} onRetry={tryAgain} />;
}
