// The built server as a process of its own, as users start it: for browsers, crashes and measurements.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** everything it has printed so far */
  output(): string;
  /** SIGTERM, and its exit code */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would */
  kill(): Promise<void>;
  /** peak resident memory in MB (Linux), NaN elsewhere */
  peakMemory(): number;
  readonly exited: Promise<number | null>;
}

/** Starts it with these variables on a free port and waits until it says that it is listening. @throws with its output when it ends before */
export async function startServer(env: Record<string, string | undefined>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      MONGODB_URI: undefined,
      NODE_ENV: undefined,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      printed += part.toString();
      const address = /^Rabfang is listening on (\S+)$/m.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    output: () => printed,
    exited,
    stop: () => end(child, 'SIGTERM', exited),
    kill: async () => {
      await end(child, 'SIGKILL', exited);
    },
    peakMemory: () => peakOf(child.pid ?? 0),
  };
}

function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  exited: Promise<number | null>,
): Promise<number | null> {
  child.kill(signal);
  return exited;
}

function peakOf(pid: number): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(peak) / 1024;
  } catch {
    return Number.NaN; // no such file on other systems
  }
}
