// The filters above the figures: the round, lists to choose from, chips to take away, the link to copy.
import { useState } from 'preact/hooks';
import type { CountsOf, Filters } from '../../../../shared/api/figures.ts';
import type { Scope } from '../../../../shared/api/session.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { FilterFields } from '../../../ui/filters/FilterFields.tsx';
import { check, fileText, link, printer } from '../../../ui/icons.ts';
import { SnapshotButton } from '../snapshots/SnapshotButton.tsx';
import { briefHref, type DashboardView, responsesHref } from '../view.ts';
import { ViewsButton } from '../views/ViewsButton.tsx';
import { SurveySelect } from './SurveySelect.tsx';

interface FilterBarProps {
  readonly view: DashboardView;
  readonly surveys: readonly Survey[];
  readonly survey: Survey | null;
  readonly scope: Scope | undefined;
  /** what is counted, as soon as it is known */
  readonly reply: CountsOf<never> | null;
  readonly onChange: (view: DashboardView) => void;
}

export function FilterBar({ view, surveys, survey, scope, reply, onChange }: FilterBarProps) {
  const { t, lang } = useI18n();
  const { filters } = view;
  return (
    <FilterFields
      filters={filters}
      scope={scope}
      title={survey && nameIn(survey, lang)}
      onFilters={(next: Filters) => onChange({ ...view, filters: next })}
      first={<SurveySelect filters={filters} surveys={surveys} survey={survey} />}
      stays
      counted={reply && <ReadBehind reply={reply} view={view} />}
      tools={
        <>
          <ViewsButton />
          <SnapshotButton view={view} survey={survey?.id ?? null} />
          <ButtonLink dense icon={fileText} href={briefHref(view)}>
            {t.dashboard.brief}
          </ButtonLink>
          <CopyLink />
          <Button dense icon={printer} onClick={() => print()}>
            {t.dashboard.print}
          </Button>
        </>
      }
    />
  );
}

/** The list behind the filters that are on. */
function ReadBehind({
  reply,
  view,
}: {
  readonly reply: CountsOf<never>;
  readonly view: DashboardView;
}) {
  const words = useI18n().t.dashboard;
  const { issues, responses } = reply.strip;
  return (
    <a class="read-behind" href={responsesHref(view)}>
      {words.readIssues(formatNumber(issues), formatNumber(responses))}
    </a>
  );
}

function CopyLink() {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
      announce(t.dashboard.linkCopied);
      setTimeout(() => setCopied(false), 4000);
    } catch {
      // a browser may forbid it, for example without https
      announce(t.dashboard.linkNotCopied);
    }
  };
  return (
    <Button dense icon={copied ? check : link} onClick={() => void copy()}>
      {t.dashboard.copyLink}
    </Button>
  );
}
