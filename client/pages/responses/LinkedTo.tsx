import type { Response } from '../../../shared/api/responses.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';

interface LinkedToProps {
  readonly survey: string;
  readonly links: NonNullable<Response['issues'][number]['links']>;
}

/** In the list of what is known of an issue: what it counts towards because somebody, or a rule, linked it: each opens, for whom the plan is. */
export function LinkedTo({ survey, links }: LinkedToProps) {
  const { t, lang } = useI18n();
  const { surveys } = useSurvey();
  const { user } = useSession();
  const words = t.responses.one.linked;
  const subPlans = surveys.find(({ id }) => id === survey)?.subPlans ?? [];
  const nameOf = (id: string) => {
    const one = subPlans.find((subPlan) => subPlan.id === id);
    return one ? `${one.code} ${nameIn(one, lang)}`.trim() : id;
  };
  const mayOpen = user !== null && user.role !== 'enumerator';
  const shown = (href: string, text: string) => (mayOpen ? <a href={href}>{text}</a> : text);
  return (
    <>
      {(links.subPlans.length > 0 || links.fitsNone) && (
        <>
          <dt>{words.subPlans}</dt>
          <dd>
            {links.subPlans.length === 0 && words.fitsNone}
            {links.subPlans.map((id) => (
              <div key={id}>{shown(`#/plan/sub-plans/${encodeURIComponent(id)}`, nameOf(id))}</div>
            ))}
          </dd>
        </>
      )}
      {links.projects.length > 0 && (
        <>
          <dt>{words.projects}</dt>
          <dd>
            {links.projects.map((id) => (
              <div key={id}>{shown(`#/plan/projects/${encodeURIComponent(id)}`, id)}</div>
            ))}
          </dd>
        </>
      )}
    </>
  );
}
