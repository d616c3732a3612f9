import { expect } from 'chai';
import { ConfigError, readConfig } from '../../../server/config.ts';

const secret = 'x'.repeat(32);

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

  const refused: [string, Record<string, string>, RegExp][] = [
    ['a port that is none', { PORT: 'http' }, /PORT/],
    ['a port beyond the last', { PORT: '70000' }, /PORT/],
    ['a demonstration that is neither on nor off', { DEMO: 'yes' }, /DEMO/],
    [
      'production with the demonstration',
      { NODE_ENV: 'production', SECRET: secret, DEMO: 'on' },
      /DEMO=on/,
    ],
    ['production without a secret', { NODE_ENV: 'production' }, /SECRET/],
    ['a secret that is too short', { SECRET: 'short' }, /SECRET/],
  ];
  for (const [what, env, message] of refused) {
    it(`refuses ${what}, naming the variable`, () => {
      expect(() => readConfig(env)).to.throw(ConfigError, message);
    });
  }
});
