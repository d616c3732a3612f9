// Canvas knows no custom properties: fonts and colours are read from the tokens, again whenever they change.
import { useEffect, useState } from 'preact/hooks';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import { isDark, onAppearance } from '../../data/appearance.ts';

export interface ChartTheme {
  readonly family: string;
  /** root font size in px; the large switch raises it */
  readonly rem: number;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly surface: string;
  readonly sunken: string;
  readonly grid: string;
  readonly whisker: string;
  readonly mark: string;
  readonly agency: string;
  readonly citizen: string;
  readonly strategies: Readonly<Record<Strategy, string>>;
  /** what a pattern draws over its colour */
  readonly patternInk: string;
  /** print and high contrast tell strategies apart by pattern too */
  readonly patterned: boolean;
  /** it is drawn for paper, which leaves the house: small numbers are not for outside */
  readonly paper: boolean;
  /** device pixels per CSS pixel the canvas is drawn with */
  readonly ratio: number;
}

const highContrast = '(prefers-contrast: more)';

function readTheme(print: boolean): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    family: token('--font'),
    rem: Number.parseFloat(style.fontSize),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    surface: token('--surface'),
    sunken: token('--sunken'),
    grid: token('--grid'),
    whisker: token('--whisker'),
    mark: token('--mark'),
    agency: token('--agency'),
    citizen: token('--citizen'),
    strategies: Object.fromEntries(
      strategies.map((strategy) => [strategy, token(`--st-${strategy}`)]),
    ) as Record<Strategy, string>,
    patternInk: !print && isDark() ? 'rgb(18 23 29 / .62)' : 'rgb(255 255 255 / .78)',
    paper: print,
    patterned: print || matchMedia(highContrast).matches,
    ratio: print ? 2 : window.devicePixelRatio || 1,
  };
}

/**
 * Paper is light and has its own width, whatever the screen is: theme and layout are changed around the printing,
 * so canvases are drawn for it. A page's style says under `.printing` how it stands on paper.
 */
function aroundPrint(draw: (print: boolean) => void): () => void {
  const root = document.documentElement;
  let before: string | undefined;
  const start = () => {
    before = root.dataset.theme;
    root.dataset.theme = 'light';
    root.classList.add('printing');
    draw(true);
  };
  const end = () => {
    if (before === undefined) delete root.dataset.theme;
    else root.dataset.theme = before;
    root.classList.remove('printing');
    draw(false);
  };
  window.addEventListener('beforeprint', start);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', start);
    window.removeEventListener('afterprint', end);
  };
}

/** One reader for a page with charts; the charts below get it as a property. */
export function useChartTheme(): ChartTheme {
  const [theme, setTheme] = useState(() => readTheme(false));
  useEffect(() => {
    let printing = false;
    const read = () => setTheme(readTheme(printing));
    const stopPrint = aroundPrint((print) => {
      printing = print;
      read();
    });
    const stopAppearance = onAppearance(read);
    const contrast = matchMedia(highContrast);
    contrast.addEventListener('change', read);
    // what was drawn before a letter form arrived was drawn with another font
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      stopPrint();
      stopAppearance();
      contrast.removeEventListener('change', read);
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, []);
  return theme;
}
