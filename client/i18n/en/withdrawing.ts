import type { withdrawing as master } from '../th/withdrawing.ts';

const responsesOf = (n: string) => (n === '1' ? '1 response' : `${n} responses`);
const issuesOf = (n: string) => (n === '1' ? '1 issue' : `${n} issues`);

export const withdrawing: typeof master = {
  share: 'See the share of this file in the figures',
  title: 'Withdraw and bring back',
  withdraw: 'Withdraw this file…',
  withdrawWhy:
    'If the wrong file was sent, take it back as a whole: every figure drops at once, and it can be brought back at any time',
  dialog: 'Withdraw this file from the figures',
  looking: 'Looking by how much the figures would drop…',
  preview: (responses, issues) =>
    `${responsesOf(responses)} with ${issuesOf(issues)} will count in no figure`,
  nothing: 'Nothing of this file is counted, so no figure changes',
  kept: (n) =>
    n === '1'
      ? '1 more stands in another file too, and goes on counting with that file'
      : `${n} more stand in another file too, and go on counting with that file`,
  drops: 'Figures that drop',
  figure: 'Figure',
  now: 'Now',
  after: 'Then',
  issues: 'Issues',
  responses: 'Responses',
  provinces: 'Provinces reporting',
  pending: (n) => `${responsesOf(n)} that do not count yet leave too`,
  byProvince: 'Issues fewer by province',
  byStrategy: 'Issues fewer by strategy',
  noStrategy: 'No strategy',
  others: (n) => (n === '1' ? 'and 1 more province' : `and ${n} more provinces`),
  approved: (n) => `${responsesOf(n)} approved`,
  approvedNot: 'Only an administrator may withdraw what is approved. These are the rows',
  row: (n) => `Row ${n}`,
  reason: 'Why it is withdrawn',
  reasonHint: 'Stands in the history of each response, and in the record',
  reasonMissing: 'Give the reason in a sentence',
  doIt: 'Withdraw from the figures',
  withdrawing: 'Being withdrawn; the figures drop as it goes',
  bringingBack: 'Being brought back; the figures grow as it goes',
  goesOn: 'You can close this page: it goes on to its end',
  soFar: (done, total) => `${done} of ${responsesOf(total)}`,
  withdrawnBy: (name, office, when) => `Withdrawn by ${name} (${office}) at ${when}`,
  left: (n) => `${responsesOf(n)} approved meanwhile still count`,
  bringBack: 'Bring it back',
  undo: 'Undo, bring it back',
  broughtBack: (name, when) => `Brought back by ${name} at ${when}`,
  saidWithdrawn: 'Withdrawn: this file counts in no figure',
  saidBack: 'Brought back: this file counts in the figures again',
};
