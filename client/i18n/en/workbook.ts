import { formatNumber as n } from '../format.ts';
import type { Messages } from '../messages.ts';

const rows = (count: number) => `${n(count)} ${count === 1 ? 'row' : 'rows'}`;

export const workbook: Messages['workbook'] = {
  title: 'Which sheet holds the table?',
  lead: (name) => `${name} is read on this device; nothing has been sent yet.`,
  sheets: 'Sheets of the workbook',
  rows,
  isHidden: 'hidden in the workbook',
  empty: (count) => `${n(count)} empty ${count === 1 ? 'sheet is' : 'sheets are'} not shown.`,
  leaveHidden: (count) =>
    `Leave out the ${rows(count)} that ${count === 1 ? 'is' : 'are'} hidden or filtered away`,
  merged: (count) =>
    `${n(count)} merged ${count === 1 ? 'cell has its value' : 'cells have their values'} in the first of their cells; whether the others mean the same is asked at the columns.`,
  asCsv: 'What is sent is this sheet as CSV, under the names of both.',
  take: 'Read this sheet',
  back: 'Choose another file',
  none: {
    title: 'This workbook has no filled sheet',
    text: 'Look whether it is the right file, or whether the table is a picture.',
  },
  unreadable: {
    'too-large': {
      title: 'This workbook is too large to be read here',
      text: 'In Excel, save the sheet as CSV UTF-8 (File › Save As) and choose that file: it may be as large as 512 MB.',
    },
    damaged: {
      title: 'This workbook cannot be read',
      text: 'Open it in Excel, save it again as .xlsx or as CSV UTF-8, and choose that file.',
    },
  },
  saving: {
    template: 'Empty table of this round',
    templateLead: 'With its columns, lists to choose from, and an example.',
    corrections: 'Workbook with the wrong cells marked (.xlsx)',
    table: 'Table',
    example: 'Example',
    lists: 'Lists',
    toFix: 'Rows to fix',
    notInList:
      'The list does not have this. Choose from it, or leave it so: the check will say whether it is understood.',
    templateName: (round) => `rabfang-${round}`,
    correctionsName: (receipt) => `to-fix-${receipt}`,
  },
};
