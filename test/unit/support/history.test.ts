// The checkers of histories find what they are there for: each fault here is planted.
import { expect } from 'chai';
import { faultsOfBatches, type SaidOfBatch } from '../../support/batch-history.ts';
import { type Asked, faultsOfHistory, type Happened, type Seen } from '../../support/history.ts';

const version = (...decisions: string[]): Seen => ({ version: 1 + decisions.length, decisions });
const r = { response: 'r' } as const;
const put = (answer: 'stored' | 'same' | 'unknown'): Asked => ({ ...r, kind: 'put', answer });
const read = (answer: 'absent' | Seen): Asked => ({ ...r, kind: 'read', answer });
const decide = (decision: string, answer: 'absent' | Seen | 'unknown'): Asked => ({
  ...r,
  kind: 'decide',
  decision,
  answer,
});

/** one after the other */
const inOrder = (...asked: Asked[]): Happened[] =>
  asked.map((one, i) => ({ ...one, from: 10 * i, to: 10 * i + 5 }));
/** all at once */
const together = (...asked: Asked[]): Happened[] =>
  asked.map((one) => ({ ...one, from: 0, to: 100 }));

describe('the history of responses', () => {
  const explained: Record<string, Happened[]> = {
    'writes and reads one after the other': inOrder(
      read('absent'),
      put('stored'),
      put('same'),
      decide('a', version('a')),
      decide('a', version('a')),
      read(version('a')),
    ),
    'a write without an answer that was done, late': inOrder(
      put('unknown'),
      read('absent'),
      put('same'),
      read(version()),
    ),
    'a write without an answer that was never done': inOrder(
      put('unknown'),
      read('absent'),
      put('stored'),
      decide('a', 'unknown'),
      read(version()),
      read(version()),
    ),
    'two at once, in either order': [
      ...together(put('same'), put('stored'), read('absent')),
      { ...read(version()), from: 200, to: 201 },
    ],
    'decisions at once': [
      { ...put('stored'), from: -2, to: -1 },
      ...together(
        decide('b', version('a', 'b')),
        decide('a', version('a')),
        decide('c', 'unknown'),
      ),
    ],
  };
  for (const [title, history] of Object.entries(explained))
    it(`is explained: ${title}`, () => {
      expect(faultsOfHistory(history)).to.deep.equal([]);
    });

  const broken: Record<string, Happened[]> = {
    'a lost response': inOrder(put('stored'), read('absent')),
    'a lost decision': inOrder(put('stored'), decide('a', version('a')), read(version())),
    'a stale read': inOrder(
      put('stored'),
      decide('a', version('a')),
      read(version('a')),
      read(version()),
      read(version('a')),
    ),
    'a read that goes back behind another read': inOrder(
      put('unknown'),
      read(version()),
      read('absent'),
      read(version()),
    ),
    'a response stored twice': inOrder(put('stored'), put('stored')),
    'a decision taken twice': inOrder(
      put('stored'),
      decide('a', 'unknown'),
      decide('a', version('a', 'a')),
    ),
    'a repeated decision that is taken anew': inOrder(
      put('stored'),
      decide('a', version('a')),
      decide('a', { version: 3, decisions: ['a'] }),
    ),
    'one decision overwritten by another': inOrder(
      put('stored'),
      decide('a', version('a')),
      decide('b', version('b')),
    ),
    'a write that nobody sent': inOrder(read('absent'), read(version())),
  };
  for (const [title, history] of Object.entries(broken))
    it(`is not explained: ${title}`, () => {
      expect(faultsOfHistory(history)).to.have.length(1);
    });

  it('is judged for each response by itself, and one that is too long to judge is named', () => {
    const other = inOrder(put('stored'), read('absent')).map((one) => ({ ...one, response: 's' }));
    expect(faultsOfHistory([...inOrder(put('stored')), ...other])).to.have.length(1);
    const many = Array.from({ length: 24 }, (_, i) => decide(`${i}`, 'unknown'));
    const endless = [
      ...inOrder(put('stored')),
      ...together(...many),
      ...inOrder(read(version('x'))),
    ];
    expect(faultsOfHistory(endless)[0]).to.include('too long to judge');
  }).timeout(60_000);
});

describe('the history of batches', () => {
  const counts = { rows: 5, accepted: 4, same: 0, rejected: 1, skipped: 0, blank: 0 };
  const done = { state: 'done', counts } as const;
  const at = (time: number, said: Pick<SaidOfBatch, 'state' | 'counts'>): SaidOfBatch => ({
    batch: 'b',
    from: time,
    to: time + 5,
    ...said,
  });
  const stored = (over: object = {}) => new Map([['b', { ...done, responses: 4, ...over }]]);

  it('is true when what was done stays done, and nothing else is stored', () => {
    const loading = { state: 'loading', counts: { ...counts, rows: 2, accepted: 2 } } as const;
    expect(faultsOfBatches([at(0, loading), at(10, done), at(20, done)], stored())).to.deep.equal(
      [],
    );
  });

  it('is not when a batch that was done is not, says something else, or says what is not there', () => {
    const less = { state: 'done', counts: { ...counts, accepted: 3 } } as const;
    const loading = { state: 'loading', counts } as const;
    expect(faultsOfBatches([at(0, done)], new Map())).to.have.length(1);
    expect(faultsOfBatches([at(0, done), at(10, loading)], stored())).to.have.length(1);
    expect(faultsOfBatches([at(0, done), at(10, less)], stored())).to.have.length(2);
    expect(faultsOfBatches([at(0, done)], stored({ responses: 3 }))).to.have.length(1);
    expect(faultsOfBatches([], stored({ state: 'loading' }))).to.have.length(1);
  });
});
