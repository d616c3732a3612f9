import { useI18n } from '../../../i18n/i18n.ts';
import { running } from '../../../ui/Running.tsx';
import type { BriefBar, BriefLine } from './brief-figures.ts';

interface BarsProps {
  readonly title: string;
  readonly sub: string;
  readonly bars: readonly BriefBar[];
}

/** Shares as bars that a mono printer tells apart too: outline, pattern, interval, and the number in words. */
export function Bars({ title, sub, bars }: BarsProps) {
  const words = useI18n().t.brief;
  const top = Math.max(0.01, ...bars.map(({ bar }) => bar?.high ?? 0));
  const at = (share: number) => `${((100 * share) / top).toFixed(2)}%`;
  return (
    <>
      <h2>{title}</h2>
      <p class="sub">{running(sub)}</p>
      {bars.length === 0 && <p class="sub">{words.noRows}</p>}
      <ul class="brief-bars">
        {bars.map(({ key, name, no, bar, printed, count }) => (
          <li key={key}>
            <span class="brief-name">
              {no !== undefined && <i class={`key k${no}`} aria-hidden="true" />}
              {name}
            </span>
            <span class="brief-track" aria-hidden="true">
              {bar && (
                <>
                  <i
                    class={no === undefined ? 'key plain' : `key k${no}`}
                    style={{ width: at(bar.share) }}
                  />
                  <i
                    class="brief-ci"
                    style={{ left: at(bar.low), width: at(bar.high - bar.low) }}
                  />
                </>
              )}
            </span>
            <span>
              <b>{printed}</b> {count}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly BriefLine[];
}

export function Lines({ title, lines }: LinesProps) {
  const words = useI18n().t.brief;
  return (
    <>
      <h2>{title}</h2>
      {lines.length === 0 && <p class="sub">{words.noRows}</p>}
      <table class="brief-lines">
        <tbody>
          {lines.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
