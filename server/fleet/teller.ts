// To whom a process tells how its start goes: to the terminal, or, one of a fleet, to the process above it, which says it once for all.
import cluster from 'node:cluster';
import { isPrinted, type Told } from './messages.ts';

export interface Teller {
  /** the database is open and has what it needs */
  prepared(): void;
  /** it serves; resolves once the lines were printed, which those of all but one of a fleet never are */
  serving(lines: readonly string[]): Promise<void>;
  /** ends the process */
  refuse(reason: string): Promise<never>;
}

const toTerminal: Teller = {
  prepared: () => undefined,
  serving: (lines) =>
    new Promise((resolve) => {
      process.stdout.write(`${lines.join('\n')}\n`, () => resolve());
    }),
  refuse: (reason) => {
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  },
};

const toFleet: Teller = {
  prepared: () => tell({ kind: 'prepared' }),
  serving: (lines) =>
    new Promise((resolve) => {
      process.on('message', (message) => {
        if (isPrinted(message)) resolve();
      });
      tell({ kind: 'serving', lines });
    }),
  refuse: (reason) =>
    new Promise(() => {
      tell({ kind: 'refused', reason }, () => process.exit(1));
    }),
};

function tell(told: Told, sent: () => void = () => undefined): void {
  // who is gone hears nothing, and this process ends with it
  process.send?.(told, undefined, undefined, sent);
}

export const teller: Teller = cluster.isWorker ? toFleet : toTerminal;
