import type { AnyFigure, FiguresReplyOf } from '../../../../shared/api/figures.ts';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import type { DashboardView } from '../view.ts';

/** What a figure of the page gets: a reply that has the figures with these names. */
export interface FigureInput<Name extends AnyFigure> {
  readonly reply: FiguresReplyOf<Name>;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
}
