import { paths } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Tag } from '../../ui/Notice.tsx';

interface IssuePhotosProps {
  readonly response: Response;
  /** the issue's id */
  readonly issue: string;
}

/** The photos of one problem, each leading to itself in full; what has not arrived is said. */
export function IssuePhotos({ response, issue }: IssuePhotosProps) {
  const { t } = useI18n();
  const words = t.responses.one.photos;
  const { survey, id } = response;
  const { data, error } = useQuery(paths.photos(survey, id));
  const photos = data?.items.filter((one) => one.issue === issue) ?? [];
  const missing = photos.filter(({ arrived }) => !arrived).length;
  return (
    <div class="shots">
      {error && <p class="small muted">{words.failed}</p>}
      <ul aria-label={words.label}>
        {photos.map(
          ({ digest, arrived }, index) =>
            arrived && (
              <li key={digest}>
                <a href={paths.photo(survey, id, digest)} target="_blank" rel="noopener">
                  <img
                    src={paths.photo(survey, id, digest)}
                    width={arrived.width}
                    height={arrived.height}
                    loading="lazy"
                    alt={words.photo(formatNumber(index + 1))}
                  />
                </a>
              </li>
            ),
        )}
      </ul>
      {missing > 0 && <Tag kind="offline">{words.missing(formatNumber(missing))}</Tag>}
    </div>
  );
}
