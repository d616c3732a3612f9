import type { Inspection } from '../../../shared/batch/inspection.ts';
import { dateOrders } from '../../../shared/text/date-order.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Choices } from './upload-steps.ts';

interface DateOrderChoiceProps {
  readonly inspection: Pick<Inspection, 'dateOrder' | 'datesSay'>;
  readonly onChange: (choices: Choices) => void;
}

/** Under the column of dates, where some of them can only have the month first. */
export function DateOrderChoice({ inspection, onChange }: DateOrderChoiceProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const { dateOrder, datesSay } = inspection;
  return (
    <fieldset class="direction">
      <legend>{datesSay.includes('dmy') ? words.datesMixed : words.datesMonthFirst}</legend>
      {dateOrders.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="date-order"
            checked={one === dateOrder}
            onChange={() => onChange({ dateOrder: one })}
          />
          {one === 'dmy' ? words.dayFirst : words.monthFirst}
        </label>
      ))}
    </fieldset>
  );
}
