import { useI18n } from '../../../i18n/i18n.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';

/** The shape of the page while it is counted. */
export function Loading() {
  const { t } = useI18n();
  const words = t.dashboard;
  const frames = [
    { className: 'span7', name: words.strategyTitle },
    { className: 'span5', name: words.provinceTitle },
    { className: 'span8', name: words.placeTitle },
    { className: 'span4', name: words.standsTitle },
    { className: 'span12', name: words.monthTitle },
  ];
  return (
    <div class="grid">
      {frames.map((frame, index) => (
        <section key={frame.name} class={`fig ${frame.className}`}>
          <h2>{frame.name}</h2>
          {index === 0 ? (
            <LoadingState text={words.counting} lines={6} />
          ) : (
            <Shape lines={frame.className === 'span12' ? 4 : 6} />
          )}
        </section>
      ))}
    </div>
  );
}

const widths = [92, 60, 58, 52, 44, 36];

function Shape({ lines }: { readonly lines: number }) {
  return (
    <div class="loading" aria-hidden="true">
      {widths.slice(0, lines).map((width) => (
        <div key={width} class="sk" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
