// The organisation's own sign-in service (OpenID Connect), as the environment describes it.
import { ConfigError } from '../config-error.ts';
import { type MappingRule, readMapping } from './mapping.ts';

export interface ServiceSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** what it is asked for, such as `openid profile email` */
  readonly scopes: string;
  /** what people call it */
  readonly names: { readonly nameTh: string; readonly nameEn: string };
  /** the claim that a new person's user name is taken from */
  readonly usernameClaim: string;
  readonly mapping: readonly MappingRule[];
  /** who signs in there for the first time, and fits the mapping, is added here */
  readonly addsPeople: boolean;
  /** how well they must have signed in there, one of these (`acr`); empty: as the service sees fit */
  readonly acr: readonly string[];
  /** by which means, at least one of these (`amr`); empty: as the service sees fit */
  readonly amr: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** undefined: there is none. @throws ConfigError */
export function readServiceSettings(env: Environment): ServiceSettings | undefined {
  const given = Object.keys(env).filter((name) => name.startsWith('OIDC_') && env[name]);
  if (!env.OIDC_ISSUER) {
    if (given.length === 0) return undefined;
    throw new ConfigError(`${given[0]} is set without OIDC_ISSUER, the address of the service.`);
  }
  const unknown = given.find((name) => !known.includes(name));
  if (unknown) throw new ConfigError(`There is no ${unknown}; there are ${known.join(', ')}.`);
  const scopes = env.OIDC_SCOPES || 'openid profile email';
  if (!scopes.split(' ').includes('openid'))
    throw new ConfigError(`OIDC_SCOPES is "${scopes}": it must contain openid.`);
  const { nameTh, nameEn } = usualNames;
  return {
    issuer: issuerOf(env.OIDC_ISSUER),
    clientId: needed(env, 'OIDC_CLIENT_ID'),
    clientSecret: env.OIDC_CLIENT_SECRET || undefined,
    scopes,
    names: { nameTh: env.OIDC_NAME_TH || nameTh, nameEn: env.OIDC_NAME_EN || nameEn },
    usernameClaim: env.OIDC_USERNAME_CLAIM || 'preferred_username',
    mapping: readMapping(needed(env, 'OIDC_MAPPING')),
    addsPeople: onOrOff(env, 'OIDC_NEW_PEOPLE'),
    acr: wordsOf(env.OIDC_ACR),
    amr: wordsOf(env.OIDC_AMR),
  };
}

const known = [
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_SCOPES',
  'OIDC_NAME_TH',
  'OIDC_NAME_EN',
  'OIDC_USERNAME_CLAIM',
  'OIDC_MAPPING',
  'OIDC_NEW_PEOPLE',
  'OIDC_ACR',
  'OIDC_AMR',
];

const usualNames = { nameTh: 'บัญชีของหน่วยงาน', nameEn: 'your organisation’s account' };

/** This machine itself, where nobody listens on the way. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

function issuerOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && url.search === '' && url.hash === '' && url.username === '';
  if (isPlain && url.protocol === 'https:') return text;
  if (isPlain && url.protocol === 'http:' && isLoopback(url.hostname)) return text;
  throw new ConfigError(
    `OIDC_ISSUER is "${text}": it must be the service’s address as it names itself, with https (http only on this machine itself).`,
  );
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new ConfigError(
    `OIDC_ISSUER needs ${name} as well: see "Signing in with your own service" in server/HANDBOOK.md.`,
  );
}

function onOrOff(env: Environment, name: string): boolean {
  const text = env[name] || 'off';
  if (text === 'on' || text === 'off') return text === 'on';
  throw new ConfigError(`${name} is "${text}": it must be "on" or "off".`);
}

const wordsOf = (text = ''): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
