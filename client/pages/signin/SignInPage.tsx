// The door: who are you. Leads to where one wanted to go.
import { useEffect } from 'preact/hooks';
import { later, useLater } from '../../data/later.ts';
import { useSession } from '../../data/session.ts';
import { isPlainStart, startPage } from '../../data/start-page.ts';
import { needAreas, useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { LangSwitch } from '../../ui/Appearance.tsx';
import { DemoBanner } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Logo, QuoteMark } from '../../ui/Logo.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PartMissing } from '../../ui/PartMissing.tsx';
import { running } from '../../ui/Running.tsx';
import './signin.css';
import { SignInForm } from './SignInForm.tsx';

export function SignInPage({ query }: PageProps) {
  const { t } = useI18n();
  const { user, confirmed, expired } = useSession();
  const next = query.get('next');
  const isIn = user !== null && confirmed && !expired;
  useEffect(() => {
    if (isIn) void startPage(next).then((page) => navigate(page, { replace: true }));
  }, [isIn, next]);
  return (
    <>
      <DemoBanner />
      <div class="sign">
        <Side />
        <main id="main" class="sign-in" tabIndex={-1}>
          <div class="row between">
            <h1>{t.shell.signIn.title}</h1>
            <LangSwitch />
          </div>
          <p class="muted mt1">{running(t.shell.signIn.forWhom)}</p>
          <Ways
            next={isPlainStart(next) ? '/signin' : (next ?? '')}
            refused={query.get('refused')}
          />
          <div class="small mt4">
            <Notice kind="offline">{t.shell.signIn.offlineHint}</Notice>
          </div>
        </main>
      </div>
      <Announcer />
    </>
  );
}

/** the organisation's own service: only where there is one */
const ownService = later(async () => {
  const [{ ByService, Emergency }] = await Promise.all([
    import('./ByService.tsx'),
    needAreas(['signInService']),
  ]);
  return { ByService, Emergency };
});

interface WaysProps {
  /** where to go on to */
  readonly next: string;
  readonly refused: string | null;
}

function Ways(props: WaysProps) {
  const { ways } = useSession();
  const isPlain = ways.passwords && !ways.service;
  const own = useLater(isPlain ? null : ownService);
  if (isPlain) return <SignInForm />;
  if (!own) {
    return (
      <PartMissing part={ownService}>
        <LoadingState />
      </PartMissing>
    );
  }
  return (
    <>
      <own.ByService {...props} />
      {ways.passwords ? (
        <SignInForm />
      ) : (
        <own.Emergency>
          <SignInForm />
        </own.Emergency>
      )}
    </>
  );
}

/** What it is all for: somebody's words. */
function Side() {
  const { t } = useI18n();
  return (
    <aside class="side" aria-label={t.shell.name}>
      <p class="brand">
        <Logo />
        <span>{t.shell.name}</span>
      </p>
      <figure>
        <QuoteMark />
        <blockquote>
          {t.shell.signIn.quote.map((phrase) => (
            <span key={phrase} class="ph">
              {phrase}&nbsp;
            </span>
          ))}
        </blockquote>
        <figcaption class="mt2">{t.shell.signIn.quoteBy}</figcaption>
      </figure>
      <p class="small last">{t.shell.signIn.owner}</p>
    </aside>
  );
}
