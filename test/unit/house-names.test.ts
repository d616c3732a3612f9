// Rules of the house about names: one name means one thing, and one rule has one home.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { declarationsIn } from '../support/declarations.ts';
import { sourcesIn } from '../support/imports.ts';

const sources = sourcesIn(['client', 'shared', 'server', 'seed']);
const declarations = new Map(sources.map((file) => [file, declarationsIn(file)]));

/** Every language says the same under the same names. */
const isTranslation = (file: string) => /^client\/i18n\/(?!th\b)[a-z]{2}[./]/.test(file);

/** Names that may be declared twice, and why. */
const mayBeTwice: Readonly<Record<string, string>> = {
  sha256: 'one digest (shared/survey/response-digest.ts), computed by Node and in the browser',
};

function filesByName(wanted: (file: string) => boolean): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of sources.filter(wanted)) {
    const exported = (declarations.get(file) ?? []).filter((one) => one.exported);
    // a schema and its type are one thing under one name
    for (const name of new Set(exported.map((one) => one.name)))
      found.set(name, [...(found.get(name) ?? []), file]);
  }
  return found;
}

describe('the names of the house', () => {
  it('mean one thing each', () => {
    const twice = [...filesByName((file) => !isTranslation(file))]
      .filter(([name, files]) => files.length > 1 && !Object.hasOwn(mayBeTwice, name))
      .map(([name, files]) => `${name}: ${files.join(', ')}`);
    expect(twice, 'say in the name which of them it is').to.deep.equal([]);
  });

  it('are excused only while they are needed', () => {
    const names = filesByName((file) => !isTranslation(file));
    const unneeded = Object.keys(mayBeTwice).filter((name) => (names.get(name)?.length ?? 0) < 2);
    expect(unneeded).to.deep.equal([]);
  });

  it('of rules in shared/ stand for no function elsewhere', () => {
    const rules = new Map<string, string>();
    for (const file of sources.filter((one) => one.startsWith('shared/')))
      for (const { name, exported, callable } of declarations.get(file) ?? [])
        if (exported && callable) rules.set(name, file);
    const again = sources
      .filter((file) => !file.startsWith('shared/'))
      .flatMap((file) =>
        (declarations.get(file) ?? [])
          .filter(({ name, callable }) => callable && rules.has(name))
          .map(({ name }) => `${file}: ${name}, which is in ${rules.get(name)}`),
      );
    expect(again, 'import it, or name the other thing').to.deep.equal([]);
  });
});

describe('rules that have one home', () => {
  /** what only these files may say, and what to do instead */
  const homes: readonly {
    readonly rule: string;
    readonly says: RegExp;
    readonly only: readonly string[];
    readonly instead: string;
  }[] = [
    {
      rule: 'where a person may look and act',
      says: /scope\??\.kind|\bkind === '(?:region|province)'/,
      // names a person's area before the list of places is there
      only: ['shared/places/scope.ts', 'client/ui/ScopeName.tsx'],
      instead: 'ask shared/places/scope.ts',
    },
    {
      rule: 'which language is spoken',
      says: /\b(?:lang|language)\s*[!=]==\s*'/,
      only: ['shared/text/dates.ts'], // a month that is written in Thai has a Buddhist year
      instead: 'hold a name for each language, or say it in client/i18n/grammar.ts',
    },
    {
      rule: 'what of nameTh and nameEn is read',
      says: /\.(?:name|label|hint)(?:Th|En)\b/,
      only: ['shared/text/names.ts'],
      instead: 'use nameIn, labelIn or hintIn of shared/text/names.ts',
    },
    {
      rule: 'that a Buddhist year is 543 more',
      says: /\b543\b/,
      only: ['shared/text/calendar.ts'],
      instead: 'use buddhistYears of shared/text/calendar.ts, or formatDay',
    },
    {
      rule: 'how sure an interval is',
      says: /\b1\.9599|\b1\.96\b/,
      only: ['shared/statistics/normal.ts'],
      instead: 'use shared/statistics',
    },
  ];

  for (const { rule, says, only, instead } of homes)
    it(`say ${rule} there alone`, () => {
      const wrong = sources.filter(
        (file) => !only.includes(file) && says.test(readFileSync(file, 'utf8')),
      );
      expect(wrong, instead).to.deep.equal([]);
    });
});
