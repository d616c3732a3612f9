import { expect } from 'chai';
import { currentFile, nextFile } from '../../../client/pages/batches/chosen-files.ts';
import {
  type Desk,
  type DeskEvent,
  emptyDesk,
  isSending,
  step,
} from '../../../client/pages/batches/upload-steps.ts';
import type { Batch } from '../../../shared/api/batches.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';

const aFile = (name: string) => new File(['จังหวัด,ปัญหา\nน่าน,ไฟดับ\n'], name);
const inspection: Inspection = {
  encoding: 'utf-8',
  delimiter: ',',
  headerLine: 1,
  columns: [],
  sampleRows: [],
  severityDirection: '5-is-most',
  dateOrder: 'dmy',
  datesSay: [],
};
const aBatch = (over: Partial<Batch> = {}): Batch => ({
  id: 'b-1',
  name: 'a.csv',
  state: 'done',
  encoding: 'windows-874',
  delimiter: ';',
  headerLine: 4,
  mapping: { จังหวัด: 'province' },
  severityDirection: '1-is-most',
  dateOrder: 'dmy',
  policy: 'accept-good',
  counts: { rows: 3, accepted: 2, same: 0, rejected: 1, skipped: 0, blank: 0 },
  errors: {},
  warnings: {},
  skips: {},
  digest: null,
  withdrawal: null,
  leftOut: [],
  ignored: [],
  notes: [],
  bytes: 10,
  by: 'somchai',
  office: null,
  startedAt: '2026-11-23T10:00:00+07:00',
  finishedAt: null,
  receipt: 'B-6911-0001',
  mends: null,
  mended: 0,
  corrected: 0,
  ...over,
});
const run = (...events: readonly DeskEvent[]): Desk => events.reduce(step, emptyDesk);
const chosen = (...names: readonly string[]): DeskEvent => ({
  type: 'chosen',
  files: names.map((name, index) => ({ id: `id-${index + 1}`, file: aFile(name) })),
});
const inspected: DeskEvent = { type: 'inspected', inspection, rows: [] };
const sending: DeskEvent = { type: 'sending' };
const checking: DeskEvent = { type: 'checking', done: 0.5, rows: 10 };

describe('the steps of sending a file', () => {
  it('go from choosing to the receipt', () => {
    const ready = run(chosen('a.csv'), inspected);
    expect(ready.stage).to.deep.equal({ at: 'columns' });

    const sent = [sending, { type: 'sent', sent: 5, total: 10 } as const].reduce(step, ready);
    expect(sent.stage).to.deep.include({ at: 'sending', sent: 5, total: 10 });
    expect(isSending(sent)).to.equal(true);

    const done = step(sent, { type: 'answered', batch: aBatch() });
    expect(done.stage.at).to.equal('done');
    expect(currentFile(done)?.receipt).to.equal('B-6911-0001');
  });

  it('send several files one by one and remember what became of each', () => {
    const first = run(chosen('a.csv', 'b.csv', 'c.csv'), inspected, sending, {
      type: 'answered',
      batch: aBatch(),
    });
    expect(nextFile(first)?.file.name).to.equal('b.csv');

    const second = step(first, { type: 'next' });
    expect(second.stage.at).to.equal('reading');
    expect(currentFile(second)?.file.name).to.equal('b.csv');

    const third = step(second, { type: 'next' });
    expect(third.files.map(({ fate }) => fate)).to.deep.equal(['sent', 'left', 'current']);
    expect(step(third, { type: 'next' })).to.deep.equal(emptyDesk);
  });

  it('forget the choices of one file when the next is opened', () => {
    const changed = run(chosen('a.csv', 'b.csv'), inspected, {
      type: 'changed',
      choices: { encoding: 'windows-874' },
    });

    expect(step(changed, { type: 'next' }).choices).to.deep.equal({});
  });

  it('go from the columns through a check to the grid, and back', () => {
    const checked = run(chosen('a.csv'), inspected, checking, { type: 'checked' });

    expect(checked.stage).to.deep.equal({ at: 'mend' });
    expect(currentFile(checked)?.hasLeft).to.equal(false);
    expect(step(checked, { type: 'back' }).stage).to.deep.equal({ at: 'columns' });
  });

  it('keep file and choices when the line drops, under the same id', () => {
    const cut = run(
      chosen('a.csv'),
      inspected,
      { type: 'changed', choices: { delimiter: ';' } },
      sending,
      { type: 'cut', why: 'line', batch: aBatch({ state: 'interrupted' }) },
    );

    expect(currentFile(cut)?.id).to.equal('id-1');
    expect(cut.choices).to.deep.equal({ delimiter: ';' });
    expect(step(cut, sending).stage.at).to.equal('sending');
  });

  it('finish an interrupted batch under its own id and read the file as before', () => {
    const desk = run(
      { type: 'resume', batch: aBatch({ id: 'old', state: 'interrupted' }) },
      chosen('a.csv'),
    );

    expect(currentFile(desk)?.id).to.equal('old');
    expect(desk.choices).to.deep.equal({
      encoding: 'windows-874',
      delimiter: ';',
      headerLine: 4,
      mapping: { จังหวัด: 'province' },
      severityDirection: '1-is-most',
      dateOrder: 'dmy',
    });
    expect(currentFile(step(desk, { type: 'renamed', id: 'new' }))?.id).to.equal('new');
  });

  it('stop at a file that cannot be read, and let columns be chosen where that helps', () => {
    const picture = { ...inspection, problem: { type: 'not-text', kind: 'picture' } } as const;
    const unclear = {
      ...inspection,
      problem: { type: 'mapping-needed', missing: ['title'], twice: [] },
    } as const;

    expect(
      run(chosen('a.png'), { type: 'inspected', inspection: picture, rows: [] }).stage.at,
    ).to.equal('refused');
    expect(
      run(chosen('a.csv'), { type: 'inspected', inspection: unclear, rows: [] }).stage.at,
    ).to.equal('columns');
  });

  it('know whether the bytes of a file have left this device', () => {
    const hasLeft = (...events: readonly DeskEvent[]) => currentFile(run(...events))?.hasLeft;

    expect(hasLeft(chosen('a.csv'), inspected, checking, { type: 'checked' })).to.equal(false);
    expect(hasLeft(chosen('a.csv'), inspected, sending, { type: 'back' })).to.equal(true);
    expect(hasLeft({ type: 'resume', batch: aBatch() }, chosen('a.csv'))).to.equal(true);
  });

  it('remember that a refused file was only being checked', () => {
    const refusal = { type: 'unreadable-file' } as const;
    const refusedAfter = (event: DeskEvent) =>
      run(chosen('a.csv'), inspected, event, { type: 'refused', refusal }).stage;

    expect(refusedAfter(checking)).to.deep.equal({ at: 'refused', refusal, whileChecking: true });
    expect(refusedAfter(sending)).to.deep.equal({ at: 'refused', refusal, whileChecking: false });
  });

  it('ignore progress that arrives after the end', () => {
    const done = run(chosen('a.csv'), inspected, sending, { type: 'answered', batch: aBatch() });

    expect(step(done, { type: 'sent', sent: 1, total: 2 })).to.equal(done);
    expect(step(done, { type: 'counted', batch: aBatch({ state: 'loading' }) })).to.equal(done);
  });
});
