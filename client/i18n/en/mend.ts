import { formatNumber as n } from '../format.ts';
import type { Messages } from '../messages.ts';

const rowsOf = (count: number) => `${n(count)} ${count === 1 ? 'row' : 'rows'}`;
const many = (count: number, one: string, more: string) =>
  `${n(count)} ${count === 1 ? one : more}`;

export const mend: Messages['mend'] = {
  checking: (name) => `Checking every row of ${name}`,
  notLeft: 'Checked on this device. Nothing has left it.',
  checkedSoFar: (rows) => `${rowsOf(rows)} checked`,
  title: (rows, toFix) =>
    toFix > 0
      ? `All ${rowsOf(rows)} checked; ${n(toFix)} to fix`
      : `All ${rowsOf(rows)} checked; none to fix`,
  took: (name, seconds) =>
    `${name} · checked on this device in ${seconds} s; nothing has been sent`,
  outside: (rows) =>
    `${rowsOf(rows)} ${rows === 1 ? 'is' : 'are'} about provinces outside your area, so not sent. There is nothing to fix: let the office of that province send ${rows === 1 ? 'it' : 'them'}, or an administrator send this file.`,
  restored: (when) =>
    `What was mended and decided in this file on ${when} is still on this device and goes on.`,
  forget: 'Drop that, use the file as it is',
  notKept:
    'This device cannot keep what is mended. It is lost when this page is closed before sending.',
  tooMuch:
    'More cells are mended one by one than can be sent with a file. Use “every cell that says the same”, or mend the file itself and choose it again.',
  gained: (rows) =>
    rows > 0 ? `+${rowsOf(rows)} by the last change` : `−${rowsOf(-rows)} by the last change`,
  show: 'Rows shown',
  kinds: {
    look: 'All to look at',
    fix: 'To fix',
    outside: 'Of other places, not sent',
    remark: 'With remarks, can be sent',
    mended: 'Mended',
    left: 'Left out',
    skip: 'Skipped',
    all: 'Every row',
  },
  column: 'In the column',
  everyColumn: 'Any column',
  valuesTitle: 'Mend once, in many rows',
  valuesLead:
    'Nobody knows what these values mean. Choose once; every row that says the same follows.',
  value: 'The file says',
  means: 'means',
  meansOf: (value) => `“${value}” means`,
  asWritten: 'not chosen',
  likely: 'Most alike',
  everyChoice: 'All',
  moreValues: (count) => `Show ${n(count)} more`,
  seeRows: (rows) => `See ${rowsOf(rows)}`,
  only: (value, column) =>
    value ? `Only rows that say “${value}”` : `Only rows that are told something of “${column}”`,
  onlyEnd: 'Show all to look at again',
  undo: 'Undo',
  redo: 'Redo',
  chosen: (cells, values, left) =>
    [
      cells > 0 && `${many(cells, 'cell', 'cells')} mended`,
      values > 0 && `${many(values, 'value', 'values')} decided`,
      left > 0 && `${rowsOf(left)} left out`,
    ]
      .filter(Boolean)
      .join(' · '),
  kept: 'kept on this device, also when the tab is closed',
  goTo: 'Go to row',
  grid: 'Rows of the file, to be mended in place',
  row: 'Row',
  reason: 'Reason',
  empty: '(empty)',
  edit: 'Edit this cell',
  leave: 'Leave this row out',
  leaveTitle: (row) => `Leave row ${n(row)} out`,
  leaveReason: 'Why',
  leaveHint: 'The reason stands on the receipt; at most 200 characters.',
  leaveNeeded: 'Say briefly why',
  bring: 'Take this row in again',
  leftOut: (reason) => `Left out, not sent: ${reason}`,
  isMended: 'Mended',
  isGood: 'Passes',
  notWhole: 'This row cannot be mended here. Mend the file and choose it again.',
  editorOf: (column, row) => `${column}, row ${n(row)}`,
  everywhere: (value, rows) => `Every cell that says “${value}” (${rowsOf(rows)})`,
  save: 'Use this value',
  cancel: 'Cancel',
  keys: 'Enter edits · Esc cancels · Ctrl+↓ next place · Ctrl+Z undoes · Ctrl+V pastes from Excel · Delete leaves a row out',
  shown: (from, to, all) =>
    all === 0 ? 'There are no such rows' : `Rows ${n(from)}–${n(to)} of ${n(all)}`,
  back: 'Back to the columns',
  send: (rows) => `Send the ${rowsOf(rows)} that pass`,
  sendNone: 'No row passes yet',
  policy: 'When some rows do not pass',
  policies: {
    'accept-good': 'Send the rows that pass',
    'all-or-nothing': 'Send only when every row passes',
  },
  said: (toFix) => (toFix > 0 ? `${rowsOf(toFix)} still to fix` : 'No row is left to fix'),
  stored: {
    title: 'Which rows are stored already',
    lead: 'The server is asked by the ids of the rows alone; what the rows say stays on this device.',
    ask: 'Ask which rows are stored',
    asking: (rows) => `${rowsOf(rows)} asked about`,
    result: (fresh, same, changed) =>
      [
        `${rowsOf(fresh)} new`,
        `${rowsOf(same)} stored before, the same`,
        changed > 0 && `${rowsOf(changed)} with a known id and other content`,
      ]
        .filter(Boolean)
        .join(' · '),
    from: (office, rows) => `${rowsOf(rows)} from ${office}`,
    decide: 'Rows with other content',
    keep: 'Keep what is stored; the row is told that its id is taken',
    replace: 'Let the row take its place, where nobody has reviewed it yet',
    row: (row) => `Row ${n(row)}`,
  },
};
