// What a person reads when it has started, and what the log says about it.
import type { Config } from './config.ts';
import type { Prepared } from './start-up.ts';
import { demoAccounts, demoPassword } from './users/first-accounts.ts';

/** The lines to print, the first one with the address. */
export function announcementOf(config: Config, prepared: Prepared, address: string): string[] {
  const { context, adminPassword, adminPasswordIgnored } = prepared;
  const lines = [`Rabfang is listening on ${address}`];
  if (context.demo) {
    lines.push(
      `Demonstration data. Sign in as ${demoAccounts.map(({ username }) => username).join(', ')}; password: ${demoPassword}`,
    );
  } else if (adminPassword) {
    lines.push(`First account: admin; password, shown only this once: ${adminPassword}`);
  } else {
    lines.push('Sign in with the account you were given.');
  }
  if (config.production && !config.origin?.startsWith('https:'))
    lines.push(
      'Without TLS in front passwords travel in the clear: put a proxy before this and set ORIGIN=https://… and PROXIES=1.',
    );
  if (adminPasswordIgnored)
    lines.push(
      'ADMIN_PASSWORD is ignored: the account admin is there already and keeps its password.',
    );
  return lines;
}

/** What decides how safe this start is; no value that is secret. */
export function howItRuns(config: Config, { context }: Prepared): object {
  const { production, proxies, origin, maxFileBytes, mongodbUri, secret, processes } = config;
  return {
    production,
    demo: context.demo,
    engine: mongodbUri ? 'mongodb' : 'embedded',
    secret: secret ? 'given' : 'made',
    tls: origin?.startsWith('https:') ?? false,
    proxies,
    processes,
    maxFileBytes,
    node: process.version,
  };
}
