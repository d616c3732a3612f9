// The environment, read once. Production refuses to start half-configured.
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  /** `auto`: on when nothing is configured and the database is empty */
  readonly demo: 'on' | 'off' | 'auto';
  readonly adminPassword: string | undefined;
  /** signs the tokens; kept in the database when it is not given */
  readonly secret: string | undefined;
  readonly production: boolean;
  readonly logLevel: string;
  /** bytes of one uploaded file */
  readonly maxFileBytes: number;
  /** trust `X-Forwarded-*` of this many proxies in front */
  readonly proxies: number;
}

export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming the variable and what to do */
export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const config: Config = {
    host: env.HOST || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 3000, 65_535),
    dataDir: env.DATA_DIR || './data',
    mongodbUri: env.MONGODB_URI || undefined,
    demo: demoOf(env, production),
    adminPassword: env.ADMIN_PASSWORD || undefined,
    secret: env.SECRET || undefined,
    production,
    logLevel: env.LOG_LEVEL || 'info',
    maxFileBytes: wholeNumber(env, 'MAX_FILE_MB', 512, 100_000) * 1024 * 1024,
    proxies: wholeNumber(env, 'PROXIES', 0, 10),
  };
  if (config.secret !== undefined && config.secret.length < 32) {
    throw new ConfigError('SECRET is too short: give at least 32 characters.');
  }
  if (production) refuseHalfConfigured(config);
  return config;
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
  if (!config.secret) {
    throw new ConfigError(
      'NODE_ENV=production needs SECRET: at least 32 random characters that sign the tokens.',
    );
  }
}

function wholeNumber(env: Environment, name: string, fallback: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new ConfigError(`${name} is "${text}": it must be a whole number from 0 to ${max}.`);
  }
  return value;
}
