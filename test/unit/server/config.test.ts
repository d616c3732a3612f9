import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';
import { ConfigError } from '../../../server/config-error.ts';

const secret = 'k3Qw9vTzL0pXs7Bn2YdRf5HjM8cUaE1g';

describe('readConfig', () => {
  it('starts with nothing configured', () => {
    expect(readConfig({})).to.include({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      demo: 'auto',
      production: false,
    });
  });

  it('shows no demonstration once something is configured', () => {
    expect(readConfig({ MONGODB_URI: 'mongodb://db/x' }).demo).to.equal('off');
    expect(readConfig({ ADMIN_PASSWORD: 'x' }).demo).to.equal('off');
    expect(readConfig({ NODE_ENV: 'production', SECRET: secret }).demo).to.equal('off');
  });

  it('takes random secrets and good passwords in production', () => {
    for (let i = 0; i < 500; i++) {
      const SECRET = randomBytes(16).toString('hex');
      const ADMIN_PASSWORD = randomBytes(12).toString('base64url');
      expect(
        readConfig({ NODE_ENV: 'production', SECRET, ADMIN_PASSWORD }).secret,
        `${SECRET} ${ADMIN_PASSWORD}`,
      ).to.equal(SECRET);
    }
  });

  const refused: [string, Record<string, string>, RegExp][] = [
    ['a token for metrics that is short', { METRICS_TOKEN: 'x'.repeat(23) }, /METRICS_TOKEN/],
    ['a port that is none', { PORT: 'http' }, /PORT/],
    ['a port beyond the last', { PORT: '70000' }, /PORT/],
    ['a demonstration that is neither on nor off', { DEMO: 'yes' }, /DEMO/],
    [
      'production with the demonstration',
      { NODE_ENV: 'production', SECRET: secret, DEMO: 'on' },
      /DEMO=on/,
    ],
    ['production without a secret', { NODE_ENV: 'production' }, /SECRET/],
    [
      'a secret that repeats itself in production',
      { NODE_ENV: 'production', SECRET: 'changeme'.repeat(5) },
      /SECRET is easy/,
    ],
    [
      'a secret of one letter',
      { NODE_ENV: 'production', SECRET: 'x'.repeat(64) },
      /SECRET is easy/,
    ],
    ...['rabfang-demo', 'Password1234', 'aaaaaaaaaaaaaaaa', 'short1!'].map(
      (ADMIN_PASSWORD): [string, Record<string, string>, RegExp] => [
        `the password ${ADMIN_PASSWORD} in production`,
        { NODE_ENV: 'production', SECRET: secret, ADMIN_PASSWORD },
        /ADMIN_PASSWORD is weak/,
      ],
    ),
    ['a log level that there is none of', { LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"/],
    ['an origin with a path', { ORIGIN: 'https://a.example/x' }, /ORIGIN/],
    ['an origin that is no address', { ORIGIN: 'a.example' }, /ORIGIN/],
    [
      'several processes on the embedded database',
      { PROCESSES: '4' },
      /PROCESSES=4 needs MONGODB_URI/,
    ],
    ...['0', 'two', '1.5', '65'].map((PROCESSES): [string, Record<string, string>, RegExp] => [
      `PROCESSES=${PROCESSES}`,
      { PROCESSES, MONGODB_URI: 'mongodb://db/x' },
      /PROCESSES is ".*": it must be a whole number from 1 to 64/,
    ]),
    ['a secret that is too short', { SECRET: 'short' }, /SECRET/],
  ];
  for (const [what, env, message] of refused) {
    it(`refuses ${what}, naming the variable`, () => {
      expect(() => readConfig(env)).to.throw(ConfigError, message);
    });
  }
});
