import { expect } from 'chai';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { SubPlan } from '../../../shared/survey/definition.ts';
import { hasSubPlans } from '../../../shared/survey/named-sub-plans.ts';
import { newRound } from '../../../shared/survey/new-round.ts';
import { findStrategyByWord, findSubPlan } from '../../../shared/survey/round-words.ts';
import { context, definition, issue, raw, said } from './response-to-check.ts';

const subPlan = (
  code: string,
  id: string,
  nameTh: string,
  over: Partial<SubPlan> = {},
): SubPlan => ({
  id,
  strategy: 'society',
  code,
  nameTh,
  nameEn: null,
  words: [],
  state: 'active',
  ...over,
});

describe('findSubPlan', () => {
  const plans = [
    subPlan('1', 'centres', 'ศูนย์ดิจิทัลชุมชน', {
      nameEn: 'Community digital centres',
      words: ['ศูนย์ ICT', 'อบรม'],
    }),
    subPlan('2', 'skills', 'ทักษะดิจิทัล', { words: ['อบรม', '1'] }),
    subPlan('1.11', 'far', 'พื้นที่ห่างไกล', { state: 'retired' }),
    subPlan('11.1', 'near', 'พื้นที่ใกล้'),
    subPlan('3.1', 'slot', '', { words: ['ช่องว่าง'] }),
  ];
  const cases: [string, string | undefined][] = [
    ['centres', 'centres'],
    ['Centres', 'centres'],
    ['1', 'centres'],
    ['๒', 'skills'],
    ['แผนงานย่อยที่ 2', 'skills'],
    ['แผนงานย่อย ๑.๑๑', 'far'],
    ['11.1', 'near'],
    ['ศูนย์ดิจิตอลชุมชน', 'centres'],
    ['community digital centres', 'centres'],
    ['ศูนย์ ict', 'centres'],
    ['1 ศูนย์ดิจิทัลชุมชน', 'centres'],
    ['1. Community digital centres', 'centres'],
    // a name beside a code is that one's
    ['2 ศูนย์ดิจิทัลชุมชน', undefined],
    // a word of two
    ['อบรม', undefined],
    // nobody has named it
    ['3.1', undefined],
    ['slot', undefined],
    ['ช่องว่าง', undefined],
    ['17', undefined],
    ['อย่างอื่น', undefined],
  ];
  for (const [text, id] of cases) {
    it(`reads ${text} as ${id ?? 'none'}`, () => expect(findSubPlan(text, plans)?.id).to.equal(id));
  }

  it('knows none before any was entered', () => {
    const { subPlans } = newRound({ nameTh: 'ก', nameEn: 'a' });
    expect(subPlans).to.have.length(17);
    expect(new Set(subPlans.map(({ strategy }) => strategy))).to.have.length(6);
    expect(hasSubPlans(subPlans)).to.equal(false);
    expect(findSubPlan('1.1', subPlans)).to.equal(undefined);
    expect(findSubPlan('1', [])).to.equal(undefined);
  });
});

describe('a strategy', () => {
  const strategies = [
    { id: 'trust', words: ['โกงออนไลน์', 'อบรม'] },
    { id: 'workforce', words: ['อบรม'] },
  ] as const;

  it('is read by what people of the round call it, unless two are called so', () => {
    expect(findStrategyByWord('โกง ออนไลน์', strategies)).to.equal('trust');
    expect(findStrategyByWord('อบรม', strategies)).to.equal(undefined);
    expect(findStrategyByWord('โกง', [])).to.equal(undefined);
  });

  it('is known to the rules by them', () => {
    const check = (definitionOfRound: typeof definition) =>
      checkResponse(
        definitionOfRound,
        { ...raw, issues: [{ ...issue, strategy: 'โกงออนไลน์' }] },
        context,
      );
    const known = check({ ...definition, strategies });
    expect(said(known)).to.deep.equal([]);
    expect(known.response?.issues[0]?.strategy).to.equal('trust');
    expect(said(check(definition))).to.deep.equal(['strategy-unknown /issues/0/strategy']);
  });
});
