// The process that invents responses: a few parts ahead of who stores them, and no more.
import { once } from 'node:events';
import { type Invention, inventedEntries } from '../../server/invented-entries.ts';
import type { Part } from './invent-beside.ts';

const ahead = 2;
/** a transaction each: nobody else waits for a turn */
const perPart = 2000;

async function tellAll(invention: Invention): Promise<void> {
  let allowed = ahead;
  process.on('message', () => {
    allowed += 1;
  });
  const tell = (part: Part) => process.send?.(part);
  for (const entries of inventedEntries(invention, perPart)) {
    while (allowed === 0) await once(process, 'message');
    allowed -= 1;
    tell(entries);
  }
  tell('done');
}

// who started this is gone: nobody takes any more
process.once('disconnect', () => process.exit());
// it says first what is to be invented
process.once('message', (invention) => {
  void tellAll(invention as Invention).catch((error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
