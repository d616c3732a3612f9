// The record is read by people: whatever an entry can be about has words in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { audit as en } from '../../../client/i18n/en/audit.ts';
import { audit as th } from '../../../client/i18n/th/audit.ts';

const server = fileURLToPath(new URL('../../../server/', import.meta.url));
const texts = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(server, name), 'utf8'))
  .filter((text) => /audit|appendToChain/.test(text));
const found = (pattern: RegExp) =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, one]) => one ?? '')));

describe('the words of the record', () => {
  it('name every kind of thing that an entry is on', () => {
    const kinds = found(/(?:on|thing): `([a-z-]+):\$/g);
    expect(kinds.size).to.be.greaterThan(5);
    for (const { kinds: known } of [th, en]) expect(known).to.include.keys([...kinds]);
  });

  it('name every field that is written by its name', () => {
    const fields = found(/\bfield: '(\w+)'/g);
    expect(fields.size).to.be.greaterThan(2);
    for (const { fields: known } of [th, en]) expect(known).to.include.keys([...fields]);
  });
});
