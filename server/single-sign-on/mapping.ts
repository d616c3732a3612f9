// What the claims of somebody who signed in elsewhere make of them here: rules in order, of which the first that fits decides.
// Whom no rule fits gets nothing; nobody gets more than the rule says.
import * as v from 'valibot';
import { type Role, roles, type Scope } from '../../shared/api/session.ts';
import { findScope } from '../../shared/places/find-scope.ts';
import { ConfigError } from '../config-error.ts';
import { ServiceRefusal } from './refusal.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** a value, or the claim that holds it */
type Given = string | { readonly claim: string };

export interface MappingRule {
  /** all of these claims must have the value, or one of the values; a claim that is a list must contain it */
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly role: Role;
  /** the id of the office */
  readonly office: Given;
  /** undefined: the place that the office answers for */
  readonly scope: Given | undefined;
}

export interface Entitlement {
  readonly role: Role;
  readonly office: string;
  readonly scope: Scope | undefined;
}

const text = v.pipe(v.string(), v.minLength(1));
const Given = v.union([text, v.strictObject({ claim: text })]);
const values = v.union([text, v.pipe(v.array(text), v.minLength(1))]);
const Rule = v.strictObject({
  when: v.pipe(
    v.record(v.string(), values),
    v.check((when) => Object.keys(when).length > 0, 'no claim'),
  ),
  role: text,
  office: Given,
  scope: v.optional(Given),
});

/** @throws ConfigError saying which rule is wrong, and in what */
export function readMapping(json: string): readonly MappingRule[] {
  const rules = v.safeParse(v.pipe(v.array(v.unknown()), v.minLength(1)), parsed(json));
  if (!rules.success) throw new ConfigError(`OIDC_MAPPING must be a list of rules: ${example}`);
  return rules.output.map((rule, index) => readRule(rule, `OIDC_MAPPING, rule ${index + 1}`));
}

const example =
  '[{"when":{"groups":"rabfang-officers"},"role":"officer","office":{"claim":"office"}}]';

function readRule(given: unknown, where: string): MappingRule {
  const read = v.safeParse(Rule, given);
  if (!read.success) {
    const [issue] = read.issues;
    const at = v.getDotPath(issue) ?? 'it';
    throw new ConfigError(`${where}: \`${at}\` is missing or is no such value. A rule: ${example}`);
  }
  const { when, role: roleText, office, scope } = read.output;
  const role = roles.find((one) => one === roleText);
  if (!role)
    throw new ConfigError(
      `${where}: there is no role "${roleText}"; there are ${roles.join(', ')}.`,
    );
  if (typeof scope === 'string' && !findScope(scope))
    throw new ConfigError(
      `${where}: there is no place "${scope}"; a scope is all, a region such as northeast, or a province such as TH-40.`,
    );
  const lists = Object.entries(when).map(([claim, one]) => [claim, [one].flat()] as const);
  return { when: Object.fromEntries(lists), role, office, scope };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ConfigError(`OIDC_MAPPING is no JSON. It must be a list of rules: ${example}`);
  }
}

/** The offices that the mapping names itself. */
export const officesOf = (mapping: readonly MappingRule[]): readonly string[] =>
  mapping.flatMap(({ office }) => (typeof office === 'string' ? [office] : []));

/** @throws ServiceRefusal when no rule fits, or the one that does names no office or place */
export function mapClaims(mapping: readonly MappingRule[], claims: Claims): Entitlement {
  const rule = mapping.find(({ when }) =>
    Object.entries(when).every(([claim, wanted]) => {
      const has = textsOf(claimOf(claims, claim));
      return wanted.some((one) => has.includes(one));
    }),
  );
  if (!rule) throw new ServiceRefusal('no-role');
  const office = givenText(rule.office, claims);
  if (office === undefined) throw new ServiceRefusal('no-office');
  if (rule.scope === undefined) return { role: rule.role, office, scope: undefined };
  const scope = findScope(givenText(rule.scope, claims) ?? '');
  if (!scope) throw new ServiceRefusal('no-place');
  return { role: rule.role, office, scope };
}

/** By its name; else by a path such as `realm_access.roles`. */
export function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Claims)[part]; // an object that has it
  }
  return value;
}

/** undefined: none, or no text */
export function textClaim(claims: Claims, name: string): string | undefined {
  const [one, ...more] = textsOf(claimOf(claims, name));
  return more.length === 0 && one?.trim() ? one.trim() : undefined;
}

const givenText = (given: Given, claims: Claims): string | undefined =>
  typeof given === 'string' ? given : textClaim(claims, given.claim);

function textsOf(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [];
  });
}
