// One response on its own page: the words first, then where they come from, then its review.
import { paths } from '../../../shared/api/paths.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import { mayMend } from '../../data/returned.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { ExtraAnswers } from './ExtraAnswers.tsx';
import { History } from './History.tsx';
import { LinkHistory } from './LinkHistory.tsx';
import { OutOfCount, WithdrawOne } from './OutOfCount.tsx';
import { Provenance } from './Provenance.tsx';
import { ReturnedNotice } from './ReturnedNotice.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { listQuery } from './response-filters.ts';
import './responses.css';
import { StatusTag } from './StatusTag.tsx';
import { Warnings } from './Warnings.tsx';
import { Words } from './Words.tsx';

export function ResponsePage({ params, query: asked }: PageProps) {
  const { t, lang } = useI18n();
  const list = listQuery(asked);
  const { user } = useSession();
  const { survey } = useSurvey();
  const id = params.id ?? '';
  const query = useQuery(survey && paths.response(survey.id, id));
  const { data: response, error } = query;
  const isRevised = (response?.revision ?? 1) > 1;
  const history = useQuery(
    survey && response && isRevised ? paths.responseHistory(survey.id, id) : null,
  );
  const isErased = response?.erasedAt != null;
  const isReturnedToUs = response && user && mayMend(response, user);
  const mayDecide = user?.role === 'officer' || user?.role === 'administrator';
  return (
    <div class="wrap page">
      <PageHead
        crumb={<WayBack list="/responses" query={list} word={t.responses.one.back} />}
        title={response ? placeLine(response.place, lang) : t.shell.titles.response}
        text={
          response && (
            <span class="row">
              <StatusTag status={response.status} />
              <span>{response.receipt}</span>
            </span>
          )
        }
      />
      {error && <ProblemState problem={error} onRetry={query.refetch} />}
      {!response && !error && <LoadingState lines={8} />}
      {response && (
        <div class="one">
          <div>
            {isReturnedToUs && <ReturnedNotice response={response} user={user} />}
            {isErased && (
              <Notice kind="offline" title={t.responses.one.erasedTitle}>
                {t.responses.one.erasedWhy}
              </Notice>
            )}
            <OutOfCount response={response} onChanged={query.replace} />
            <Words response={response} />
            <ExtraAnswers answers={response.answers} />
            {mayDecide && !response.withdrawnAt && (
              <ReviewBar
                key={response.id}
                response={response}
                list={list}
                onDecided={query.replace}
              />
            )}
          </div>
          <div class="one-side">
            <Provenance response={response} />
            <Warnings response={response} />
            <History response={response} whole={history.data} />
            {user && user.role !== 'enumerator' && (
              <LinkHistory key={response.version} response={response} />
            )}
            {mayDecide && <WithdrawOne response={response} onChanged={query.replace} />}
            {user?.role === 'administrator' && !isErased && (
              <p>
                <a href={`#/admin/erase?receipt=${response.receipt}`}>{t.responses.one.erase}</a>
              </p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
