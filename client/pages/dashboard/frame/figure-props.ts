import type { FiguresReply } from '../../../../shared/api/figures.ts';
import type { Province } from '../../../../shared/places/provinces.ts';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import type { DashboardView } from '../view.ts';

/** What every figure of the page gets. */
export interface FigureInput {
  readonly reply: FiguresReply;
  readonly view: DashboardView;
  readonly inView: readonly Province[];
  readonly theme: ChartTheme;
}
