import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';
import { ConfigError } from '../../../server/config-error.ts';
import { claimOf, mapClaims, readMapping } from '../../../server/single-sign-on/mapping.ts';
import type { ServiceRefusal } from '../../../server/single-sign-on/refusal.ts';

const rule = { when: { groups: 'officers' }, role: 'officer', office: 'TH-40' };
const whole = {
  OIDC_ISSUER: 'https://login.ministry.example/realms/staff',
  OIDC_CLIENT_ID: 'rabfang',
  OIDC_MAPPING: JSON.stringify([rule]),
  ORIGIN: 'https://rabfang.example.go.th',
};

describe('the sign-in service in the environment', () => {
  it('is none, and passwords open, where nothing is said of it', () => {
    expect(readConfig({})).to.deep.include({ signInService: undefined, localSignIn: true });
  });

  it('needs an issuer, a client and a mapping, and says who it is', () => {
    expect(readConfig(whole).signInService).to.deep.include({
      issuer: 'https://login.ministry.example/realms/staff',
      scopes: 'openid profile email',
      usernameClaim: 'preferred_username',
      addsPeople: false,
    });
  });

  it('may be on this machine itself without https', () => {
    const { ORIGIN: _origin, ...rest } = whole;
    expect(readConfig({ ...rest, OIDC_ISSUER: 'http://localhost:8080' }).signInService?.issuer)
      .to //
      .equal('http://localhost:8080');
  });

  const mapped = (mapping: unknown) => ({ OIDC_MAPPING: JSON.stringify(mapping) });
  const refused: [string, Record<string, string>, RegExp][] = [
    ['http elsewhere', { OIDC_ISSUER: 'http://login.ministry.example' }, /OIDC_ISSUER.*https/],
    ['no address', { OIDC_ISSUER: 'ministry' }, /OIDC_ISSUER/],
    ['no client', { OIDC_CLIENT_ID: '' }, /needs OIDC_CLIENT_ID/],
    ['no mapping', { OIDC_MAPPING: '' }, /needs OIDC_MAPPING/],
    ['a mapping that is no JSON', { OIDC_MAPPING: 'officers' }, /OIDC_MAPPING is no JSON/],
    ['no rule', mapped([]), /OIDC_MAPPING must be a list of rules/],
    ['a rule for everybody', mapped([{ ...rule, when: {} }]), /rule 1: `when`/],
    ['a role that is none', mapped([rule, { ...rule, role: 'boss' }]), /rule 2: .*"boss".*planner/],
    ['no office', mapped([{ when: { a: 'b' }, role: 'officer' }]), /rule 1: `office`/],
    ['a place that is none', mapped([{ ...rule, scope: 'Atlantis' }]), /rule 1: .*"Atlantis"/],
    ['a member that is none', mapped([{ ...rule, province: 'TH-40' }]), /rule 1: `province`/],
    ['a name that is none', { OIDC_ROLE: 'x' }, /no OIDC_ROLE; there are OIDC_ISSUER/],
    ['scopes without openid', { OIDC_SCOPES: 'profile' }, /OIDC_SCOPES.*openid/],
    ['neither on nor off', { OIDC_NEW_PEOPLE: 'yes' }, /OIDC_NEW_PEOPLE/],
    ['http for browsers', { ORIGIN: 'http://rabfang.example.go.th' }, /ORIGIN.*https/],
    ['a proxy and no address', { ORIGIN: '', PROXIES: '1' }, /OIDC_ISSUER needs ORIGIN/],
    ['other addresses and none said', { ORIGIN: '', HOST: '0.0.0.0' }, /OIDC_ISSUER needs ORIGIN/],
  ];
  for (const [what, over, sentence] of refused)
    it(`is refused in words with ${what}`, () => {
      expect(() => readConfig({ ...whole, ...over })).to.throw(ConfigError, sentence);
    });

  it('is not half there', () => {
    expect(() => readConfig({ OIDC_CLIENT_ID: 'x' })).to.throw(ConfigError, /without OIDC_ISSUER/);
    expect(() => readConfig({ LOCAL_SIGN_IN: 'off' })).to.throw(ConfigError, /needs OIDC_ISSUER/);
  });
});

describe('mapClaims', () => {
  const mapping = readMapping(
    JSON.stringify([
      { when: { groups: 'admins', verified: 'true' }, role: 'administrator', office: 'national' },
      rule,
      {
        when: { 'realm_access.roles': ['field'] },
        role: 'enumerator',
        office: { claim: 'office' },
      },
    ]),
  );
  const refusal = (claims: object) => {
    try {
      return mapClaims(mapping, { ...claims });
    } catch (error) {
      return (error as ServiceRefusal).reason;
    }
  };

  it('takes the first rule of which every claim holds', () => {
    expect(mapClaims(mapping, { groups: ['admins', 'officers'] }).role).to.equal('officer');
    expect(mapClaims(mapping, { groups: ['admins', 'officers'], verified: true }).role).to.equal(
      'administrator',
    );
  });

  it('finds claims inside of others', () => {
    const claims = { realm_access: { roles: ['field'] }, office: 'TH-50' };
    expect(mapClaims(mapping, claims)).to.deep.equal({
      role: 'enumerator',
      office: 'TH-50',
      scope: undefined,
    });
  });

  it('gives nobody more than a rule says', () => {
    expect(refusal({})).to.equal('no-role');
    expect(refusal({ groups: 'officers-of-elsewhere' })).to.equal('no-role');
    expect(refusal({ groups: { officers: 'officers' } })).to.equal('no-role');
    expect(refusal({ role: 'administrator' })).to.equal('no-role');
    expect(refusal({ realm_access: { roles: 'field' }, office: ['a', 'b'] })).to.equal('no-office');
  });

  it('reads no claim that every object has', () => {
    expect(claimOf({}, 'constructor')).to.equal(undefined);
    expect(claimOf({ a: {} }, 'a.constructor.name')).to.equal(undefined);
  });
});
