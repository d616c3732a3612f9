// Shows the page of the current address, to those who may see it.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { renewApp, renewIfOld } from './data/app-files.ts';
import { useSession } from './data/session.ts';
import { useSurvey } from './data/survey.ts';
import { useFieldPages } from './field-pages.ts';
import { findRoute, type Match } from './find-route.ts';
import { needAreas, useI18n } from './i18n/i18n.ts';
import type { PageProps } from './page-props.ts';
import { CollectPage } from './pages/collect/CollectPage.tsx';
import { HomePage } from './pages/home/HomePage.tsx';
import { SignInPage } from './pages/signin/SignInPage.tsx';
import { beginAtList, returnTo, takeReturn } from './places-left.ts';
import type { Route } from './route.ts';
import { here, navigate, type PageAddress, showRound, usePageAddress } from './router.ts';
import { ErrorState } from './ui/ErrorState.tsx';
import { Layout } from './ui/Layout.tsx';
import { LoadingState } from './ui/LoadingState.tsx';
import { RoundBar } from './ui/RoundBar.tsx';

interface Loaded {
  readonly path: string;
  readonly Page: ComponentType<PageProps>;
}

export function App() {
  const place = usePageAddress();
  const match = findRoute(place.path);
  const access = useAccess(match, place.address);
  useLanding(place.address);
  useSecondFactor(match, place.address);
  const [loaded, failed, retry] = usePage(access === 'open' ? match : null);
  const { t } = useI18n();
  useFieldPages(loaded ? match?.route : undefined);
  useTitle(match ? t.shell.titles[match.route.title] : t.shell.nothingHere);
  const route = access === 'open' ? match?.route : undefined;
  const isInRound = route?.inRound === true || route?.path === '/home';
  const round = useRound(route?.inRound === true, place);
  useArrival(place, access === 'open' ? loaded !== null || failed : access === 'closed');

  if (match?.route.path === '/signin' && !failed)
    return loaded ? <loaded.Page params={{}} query={place.query} /> : null;
  return (
    <Layout path={place.path} bar={isInRound && <RoundBar place={place} />}>
      {match === null && (
        <ErrorState wholePage title={t.shell.nothingHere} text={t.shell.nothingHereWhy}>
          <a href="#/home">{t.shell.toHome}</a>
        </ErrorState>
      )}
      {access === 'closed' && (
        <ErrorState wholePage title={t.shell.notYours} text={t.shell.notYoursWhy}>
          <a href="#/home">{t.shell.toHome}</a>
        </ErrorState>
      )}
      {match && access === 'open' && failed && (
        <ErrorState
          wholePage
          title={t.shell.pageNotLoaded}
          text={t.shell.pageNotLoadedWhy}
          onRetry={retry}
        />
      )}
      {match && access !== 'closed' && !failed && (loaded === null || round === null) && (
        <LoadingState />
      )}
      {match && loaded && round !== null && (
        <loaded.Page key={`${loaded.path} ${round}`} params={match.params} query={place.query} />
      )}
    </Layout>
  );
}

/** Whoever must sign in first is led there and back again. */
function useAccess(match: Match | null, address: string): 'open' | 'closed' | 'wait' {
  const session = useSession();
  const mayOpen = match?.route.mayOpen ?? 'everyone';
  const isField = match?.route.field === true;
  const mustSignIn =
    mayOpen !== 'everyone' &&
    session.confirmed &&
    (session.user === null || (session.expired && !isField));
  useEffect(() => {
    // not when something has led elsewhere since this was drawn
    if (!mustSignIn || address !== here()) return;
    navigate(`/signin?next=${encodeURIComponent(address)}`, { replace: true });
  }, [mustSignIn, address]);
  if (mayOpen === 'everyone') return 'open';
  if (session.user === null || mustSignIn) return 'wait';
  return mayOpen.includes(session.user.role) ? 'open' : 'closed';
}

/** what is chosen on the overview stays where it is, and the form goes on with what was begun in it */
const goesOn = ['/', '/collect'];

/** The address says which round is looked at; a page of another round begins anew. null: it is being looked for. */
function useRound(isInRound: boolean, { path, address }: PageAddress): string | null {
  const { survey, isLookedFor } = useSurvey();
  const id = survey?.id;
  // when the address changes, it says nothing of the round yet
  useEffect(() => {
    if (isInRound && id !== undefined && !isLookedFor) showRound(id);
  }, [isInRound, id, isLookedFor, address]);
  if (isInRound && isLookedFor) return null;
  return isInRound && !goesOn.includes(path) ? (id ?? '') : '';
}

/** The first page of whoever collects is the one that works in the field. */
function useLanding(address: string): void {
  const role = useSession().user?.role;
  useEffect(() => {
    if (address === '/' && role === 'enumerator') navigate('/home', { replace: true });
  }, [address, role]);
}

/** Whoever must set up a second factor first is led there, and back again by that page. */
function useSecondFactor(match: Match | null, address: string): void {
  const { user, secondFactorMissing } = useSession();
  const path = match?.route.path;
  const isElsewhere = match?.route.mayOpen !== 'everyone' && path !== '/me/second-factor';
  const mustSetUp = user !== null && secondFactorMissing && isElsewhere;
  useEffect(() => {
    if (!mustSetUp) return;
    navigate(`/me/second-factor?next=${encodeURIComponent(address)}`, { replace: true });
  }, [mustSetUp, address]);
}

/** On a poor line every file is a journey more: the form is in that of the frame. */
const withFrame: Readonly<Record<string, ComponentType<PageProps>>> = {
  '/home': HomePage,
  '/collect': CollectPage,
  '/signin': SignInPage,
};

async function pageOf({ path, load }: Route): Promise<ComponentType<PageProps>> {
  const Page = withFrame[path] ?? (await load?.());
  if (!Page) throw new Error(`${path} has no page`);
  return Page;
}

function usePage(match: Match | null): [Loaded | null, boolean, () => void] {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const route = match?.route ?? null;
  // `round` is how another try is asked for
  useEffect(() => {
    if (!route) return;
    let stopped = false;
    setFailed(false);
    Promise.all([pageOf(route), needAreas(route.areas)]).then(
      ([Page]) => !stopped && setLoaded({ path: route.path, Page }),
      async () => (await renewIfOld()) || stopped || setFailed(true),
    );
    return () => {
      stopped = true;
    };
  }, [route, round]);
  const isCurrent = loaded !== null && loaded.path === route?.path;
  const tryAgain = () => void renewApp().then((isRenewed) => isRenewed || setRound((n) => n + 1));
  return [isCurrent ? loaded : null, failed, tryAgain];
}

function useTitle(title: string): void {
  const { t } = useI18n();
  useEffect(() => {
    document.title = `${title} | ${t.shell.name}`;
  }, [title, t]);
}

/**
 * A new page begins at its top, also for the keyboard and for a screen reader, and another piece of a list at the list's; going back
 * leads to the place that was left. `isShown`: the page is there, though what it asks the server for may not be.
 */
function useArrival(place: PageAddress, isShown: boolean): void {
  const last = useRef<PageAddress | null>(null);
  useEffect(() => {
    if (!isShown || place === last.current) return;
    const before = last.current;
    last.current = place;
    const left = takeReturn();
    if (left) return returnTo(left);
    // the first page is where the browser begins
    if (before === null) return;
    if (before.path !== place.path) {
      scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    } else if (before.query.get('after') !== place.query.get('after')) return beginAtList();
  }, [place, isShown]);
}
