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
  /** processor time so far in ms, of all its threads (Linux), NaN elsewhere */
  cpuTime(): number;
  readonly exited: Promise<number | null>;
}

export interface Watching {
  /** for Node, before the program */
  readonly nodeArguments?: readonly string[];
  /** hears what is sent from inside of the process */
  readonly onMessage?: (message: unknown) => void;
}

/** Starts it with these variables on a free port and waits until it says that it is listening. @throws with its output when it ends before */
export async function startServer(
  env: Record<string, string | undefined>,
  { nodeArguments = [], onMessage }: Watching = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeArguments, main], {
    env: {
      ...process.env,
      MONGODB_URI: undefined,
      NODE_ENV: undefined,
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', onMessage ? 'ipc' : 'ignore'],
  });
  if (onMessage) child.on('message', onMessage);
  let printed = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer) => {
      printed += part.toString();
      const address = /^Rabfang is listening on (\S+)$/m.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
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
    cpuTime: () => cpuTimeOf(child.pid ?? 0),
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

/** the kernel counts in hundredths of a second */
const tickMs = 10;

export function cpuTimeOf(pid: number): number {
  try {
    // after its name, which may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return Number.NaN; // no such file on other systems
  }
}
