// The environment, read once. Production refuses to start half-configured.
import { ConfigError } from './config-error.ts';
import { isEasySecret, isWeakPassword } from './guessing.ts';
import {
  isLoopback,
  readServiceSettings,
  type ServiceSettings,
} from './single-sign-on/settings.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  /** where what was counted waits for the next start; with MongoDB only where somebody gave a folder */
  readonly keptDir: string | undefined;
  /** `auto`: on when nothing is configured and the database is empty */
  readonly demo: 'on' | 'off' | 'auto';
  readonly adminPassword: string | undefined;
  /** signs the tokens; kept in the database when it is not given */
  readonly secret: string | undefined;
  readonly production: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** bytes of one uploaded file */
  readonly maxFileBytes: number;
  /** the address that browsers use, `https://rabfang.example.go.th`: changes come from its pages alone */
  readonly origin: string | undefined;
  /** what one person or address may ask of it (http/limits.ts); off only to measure */
  readonly limits: boolean;
  /** how many acknowledged writes may be missing from the embedded database: said once, after a loss */
  readonly acceptLoss: number | undefined;
  /** where backups are put, so that `/metrics` can tell how old the newest is */
  readonly backupDir: string | undefined;
  /** lets whoever has it read `/metrics`, from anywhere */
  readonly metricsToken: string | undefined;
  /** trust `X-Forwarded-*` of this many proxies in front */
  readonly proxies: number;
  /** how many serve, on one port of this machine */
  readonly processes: number;
  /** the organisation's own sign-in service; undefined: none */
  readonly signInService: ServiceSettings | undefined;
  /** off: by name and password only administrators of the whole country come in, for an emergency */
  readonly localSignIn: boolean;
  /** signs the tokens of a fleet that was given no secret */
  readonly fleetSecret: string | undefined;
}

/** set by the process that leads a fleet for those that serve, never by a person */
export const fleetSecretVariable = 'RABFANG_FLEET_SECRET';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the variable and what to do */
export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const config: Config = {
    host: env.HOST || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 3000, 65_535),
    ...readPlace(env),
    demo: demoOf(env, production),
    adminPassword: env.ADMIN_PASSWORD || undefined,
    secret: env.SECRET || undefined,
    production,
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    origin: originOf(env),
    maxFileBytes: wholeNumber(env, 'MAX_FILE_MB', 512, 100_000) * 1024 * 1024,
    limits: oneOf(env, 'LIMITS', ['on', 'off'], 'on') === 'on',
    acceptLoss: env.ACCEPT_LOSS
      ? wholeNumber(env, 'ACCEPT_LOSS', 0, Number.MAX_SAFE_INTEGER)
      : undefined,
    backupDir: env.BACKUP_DIR || undefined,
    keptDir: env.MONGODB_URI ? env.DATA_DIR || undefined : readPlace(env).dataDir,
    metricsToken: env.METRICS_TOKEN || undefined,
    proxies: wholeNumber(env, 'PROXIES', 0, 10),
    processes: wholeNumber(env, 'PROCESSES', 1, 64, 1),
    signInService: readServiceSettings(env),
    localSignIn: oneOf(env, 'LOCAL_SIGN_IN', ['on', 'off'], 'on') === 'on',
    fleetSecret: env[fleetSecretVariable],
  };
  if (config.processes > 1 && config.mongodbUri === undefined)
    throw new ConfigError(
      `PROCESSES=${config.processes} needs MONGODB_URI: the embedded database belongs to one process.`,
    );
  if (config.secret !== undefined && config.secret.length < 32) {
    throw new ConfigError('SECRET is too short: give at least 32 characters.');
  }
  if (config.metricsToken !== undefined && config.metricsToken.length < 24) {
    throw new ConfigError(
      'METRICS_TOKEN is too short: give at least 24 random characters, such as those of `openssl rand -base64 24`.',
    );
  }
  refuseServiceWithoutGround(config);
  if (production) refuseHalfConfigured(config);
  return config;
}

/** Where the database lies: all that some commands need to know. */
export function readPlace(env: Environment): Pick<Config, 'dataDir' | 'mongodbUri'> {
  return { dataDir: env.DATA_DIR || './data', mongodbUri: env.MONGODB_URI || undefined };
}

function demoOf(env: Environment, production: boolean): Config['demo'] {
  const { DEMO } = env;
  if (DEMO === 'on' || DEMO === 'off') return DEMO;
  if (DEMO) throw new ConfigError(`DEMO is "${DEMO}": it must be "on" or "off".`);
  const configured = production || env.MONGODB_URI || env.ADMIN_PASSWORD || env.SECRET;
  return configured ? 'off' : 'auto';
}

function refuseHalfConfigured(config: Config): void {
  if (config.demo === 'on') {
    throw new ConfigError(
      'NODE_ENV=production does not start with DEMO=on: the demonstration accounts have known passwords.',
    );
  }
  if (!config.limits)
    throw new ConfigError(
      'NODE_ENV=production does not start with LIMITS=off: that is to measure.',
    );
  if (!config.secret) {
    throw new ConfigError(
      'NODE_ENV=production needs SECRET: at least 32 random characters that sign the tokens.',
    );
  }
  if (isEasySecret(config.secret)) {
    throw new ConfigError(
      'SECRET is easy to guess: give at least 32 random characters, such as those of `openssl rand -base64 32`.',
    );
  }
  if (config.adminPassword !== undefined && isWeakPassword(config.adminPassword)) {
    throw new ConfigError(
      'ADMIN_PASSWORD is weak: give at least 12 characters that are no common word, no name of this product, and no repetition.',
    );
  }
}

function refuseServiceWithoutGround(config: Config): void {
  const { signInService, localSignIn, production, proxies, host, origin } = config;
  if (!signInService) {
    if (localSignIn) return;
    throw new ConfigError('LOCAL_SIGN_IN=off needs OIDC_ISSUER: nobody else could sign in.');
  }
  if (!origin && (production || proxies > 0 || !isLoopback(host)))
    throw new ConfigError(
      'OIDC_ISSUER needs ORIGIN: the address that browsers use, where the sign-in service sends people back.',
    );
  if (origin?.startsWith('http:') && !isLoopback(new URL(origin).hostname))
    throw new ConfigError(
      `ORIGIN is "${origin}": with OIDC_ISSUER it must be https, but on this machine itself.`,
    );
}

function originOf({ ORIGIN }: Environment): string | undefined {
  if (!ORIGIN) return undefined;
  const url = URL.canParse(ORIGIN) ? new URL(ORIGIN) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin;
  throw new ConfigError(
    `ORIGIN is "${ORIGIN}": it must be an address such as https://rabfang.example.go.th, without a path.`,
  );
}

function oneOf<T extends string>(
  env: Environment,
  name: string,
  values: readonly T[],
  fallback: T,
): T {
  const text = env[name];
  if (!text) return fallback;
  const value = values.find((one) => one === text);
  if (value !== undefined) return value;
  throw new ConfigError(`${name} is "${text}": it must be one of ${values.join(', ')}.`);
}

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  max: number,
  min = 0,
): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`${name} is "${text}": it must be a whole number from ${min} to ${max}.`);
  }
  return value;
}
