// What the issues of a response were ever linked to: who, when, how, why, and what was taken back.
import type { ResponseLinks } from '../../../shared/api/links.ts';
import { paths } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** Nothing where nothing was ever linked. Each opens what it says it was linked to. */
export function LinkHistory({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const { surveys } = useSurvey();
  const { data } = useQuery(paths.responseLinks(response.survey, response.id));
  const words = t.responses.one.linkHistory;
  const acts = actsOf(data, response);
  if (acts.length === 0) return null;
  const subPlans = surveys.find(({ id }) => id === response.survey)?.subPlans ?? [];
  const nameOf = (id: string) => {
    const one = subPlans.find((subPlan) => subPlan.id === id);
    return one ? `${one.code} ${nameIn(one, lang)}`.trim() : id;
  };
  const target = ({ subPlan, project }: Act) => {
    if (subPlan === 'none') return words.fitsNone;
    return subPlan === null ? (project ?? '') : nameOf(subPlan);
  };
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <ol class="tl mt4">
        {acts.map((one) => (
          <li key={`${one.issue} ${one.at} ${one.act} ${one.subPlan} ${one.project}`}>
            {words[one.act](response.issues.length > 1 ? one.no : null, target(one))}{' '}
            <small>
              <time dateTime={one.at}>{formatInstant(one.at, lang)}</time> · {one.by} ·{' '}
              {words.ways[one.how]}
            </small>
            {one.reason && <p>{t.responses.one.because(one.reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Act = ResponseLinks['items'][number]['history'][number] & {
  readonly issue: string;
  /** its place in the response; null: a revision has left it out */
  readonly no: number | null;
};

/** Oldest first. */
function actsOf(links: ResponseLinks | undefined, { issues }: Response): Act[] {
  const all = (links?.items ?? []).flatMap(({ issue, history }) => {
    const at = issues.findIndex(({ id }) => id === issue);
    return history.map((one) => ({ ...one, issue, no: at < 0 ? null : at + 1 }));
  });
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
