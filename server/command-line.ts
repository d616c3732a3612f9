// What was typed behind a command of npm's: its options, or how it is used.
import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * @param usage how it is used, `npm run … `; said for `--help`, which ends the process with 0, and after what is wrong, which ends it with 1
 */
export function readCommandLine<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  const given = process.argv.slice(2);
  if (given.includes('--help') || given.includes('-h')) {
    process.stdout.write(`Usage: ${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return refuseCommandLine(usage, (error as Error).message.replace(/\. To specify .*/s, ''));
  }
}

export function refuseCommandLine(usage: string, reason?: string): never {
  if (reason !== undefined) process.stderr.write(`${reason}\n`);
  process.stderr.write(`Usage: ${usage}\n`);
  process.exit(1);
}
