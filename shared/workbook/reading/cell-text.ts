// A cell of a workbook as the text that a person would have typed: a day as an ISO date, a number with all its digits, a result in the
// place of its formula.
import { type CellObject, SSF } from '@e965/xlsx';

/** what Excel writes where a formula failed (ECMA-376, 18.17.3), by the number that stands for it in files */
const failures: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
/** Excel keeps so many digits of a number */
const digits = 15;

/** @param is1904 the workbook counts its days from 1904 on */
export function cellText(cell: CellObject | undefined, is1904: boolean): string {
  if (cell?.v === undefined || cell.v === null) return '';
  const { v } = cell;
  if (cell.t === 'e') return failures[Number(v)] ?? '#N/A';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  return typeof v === 'number' ? numberText(v, String(cell.z ?? 'General'), is1904) : v;
}

function numberText(value: number, format: string, is1904: boolean): string {
  if (SSF.is_date(format)) return momentText(value, is1904);
  const plain = (one: number) => String(Number(one.toPrecision(digits)));
  if (format.includes('%')) return `${plain(value * 100)}%`;
  // codes that begin with zeros are often numbers that are only shown so
  return /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0
    ? plain(value).padStart(format.length, '0')
    : plain(value);
}

function momentText(value: number, is1904: boolean): string {
  const moment = SSF.parse_date_code(value, { date1904: is1904 });
  if (!moment) return String(value);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(moment.H)}:${two(moment.M)}:${two(Math.floor(moment.S))}`;
  if (value < 1) return time;
  const day = `${String(moment.y).padStart(4, '0')}-${two(moment.m)}-${two(moment.d)}`;
  return value % 1 === 0 ? day : `${day} ${time}`;
}
