// Many small questions that go together: each gets its own outcome, and goes after it was asked.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { takenIds } from '../../../server/db/taken-ids.ts';
import { Together } from '../../../server/db/together.ts';

describe('questions that go together', () => {
  it('go in one when they come in one turn, and each gets its own outcome', async () => {
    const groups: number[][] = [];
    const together = new Together(async (items: readonly number[]) => {
      groups.push([...items]);
      return items.map((item) => item * 10);
    });

    expect(await Promise.all([3, 1, 2].map((item) => together.ask(item)))).to.deep.equal([
      30, 10, 20,
    ]);
    expect(groups).to.deep.equal([[3, 1, 2]]);
  });

  it('wait while two groups are on their way, and go after they were asked', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const groups: string[][] = [];
    const work = async (items: readonly string[]) => {
      groups.push([...items]);
      await gate;
      return items;
    };
    const together = new Together(work, { slowMs: 60_000 });
    const asked = [];
    for (const item of ['a', 'b', 'c', 'd']) {
      asked.push(together.ask(item));
      await wait(5);
    }

    expect(groups).to.deep.equal([['a'], ['b']]);
    open();
    expect(await Promise.all(asked)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(groups).to.deep.equal([['a'], ['b'], ['c', 'd']]);
  });

  it('do not wait for long for groups that get no answer', async () => {
    const groups: string[][] = [];
    const together = new Together((items: readonly string[]) => {
      groups.push([...items]);
      return items[0] === 'd' ? Promise.resolve(items) : new Promise<readonly string[]>(() => {});
    });
    for (const item of ['a', 'b', 'c']) {
      void together.ask(item);
      await wait(5);
    }
    await wait(150);

    expect(await together.ask('d')).to.equal('d');
    expect(groups).to.deep.equal([['a'], ['b'], ['c'], ['d']]);
  });

  it('go in groups of a bounded size', async () => {
    const sizes: number[] = [];
    const together = new Together(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        return items;
      },
      { most: 4 },
    );
    const items = Array.from({ length: 10 }, (_, i) => i);

    expect(await Promise.all(items.map((item) => together.ask(item)))).to.deep.equal(items);
    expect(sizes).to.deep.equal([4, 4, 2]);
  });

  it('fail together when their group fails, and the next go on', async () => {
    let fails = true;
    const together = new Together(async (items: readonly number[]) => {
      if (fails) throw new Error('the line is cut');
      return items;
    });
    const failed = await Promise.allSettled([together.ask(1), together.ask(2)]);
    fails = false;

    expect(failed.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(await together.ask(3)).to.equal(3);
  });
});

describe('the ids that were taken', () => {
  const duplicate = (index: number) => ({ code: 11_000, index });
  const ids = ['a', 'b', 'c'];

  it('are known when an insert of many failed for nothing else', () => {
    const taken = takenIds({ writeErrors: [duplicate(0), duplicate(2)] }, ids);
    expect([...(taken ?? [])]).to.deep.equal(['a', 'c']);
  });

  it('are in doubt when anything else failed', () => {
    expect(takenIds({ writeErrors: [duplicate(0), { code: 14_031, index: 1 }] }, ids)).to.equal(
      undefined,
    );
    expect(takenIds(new Error('gone'), ids)).to.equal(undefined);
  });

  it('are in doubt when the rest was not confirmed', () => {
    const result = { getWriteConcernError: () => ({ code: 64, errmsg: 'waiting timed out' }) };
    expect(takenIds({ writeErrors: [duplicate(0)], result }, ids)).to.equal(undefined);
  });
});
