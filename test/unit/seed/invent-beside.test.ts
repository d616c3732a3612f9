// Inventing in a thread of its own against inventing here: the same responses in the same order.
import { expect } from 'chai';
import { inventBeside } from '../../../seed/cli/invent-beside.ts';
import { type Invention, inventedEntries } from '../../../server/invented-entries.ts';
import type { Entry } from '../../../server/responses/insert-responses.ts';
import { firstSurvey } from '../../../server/surveys/demonstration-survey.ts';
import { completed } from '../../../shared/survey/core-questions.ts';

const invention: Invention = {
  survey: { ...firstSurvey, id: firstSurvey._id, questions: firstSurvey.questions.map(completed) },
  responses: 4500,
  seed: 7,
  until: '2026-11-28',
  today: '2026-11-28',
};

describe('inventing responses beside', function () {
  this.timeout(60_000);
  it('gives what inventing here gives, also when nobody takes it for a while', async () => {
    const beside: Entry[] = [];
    for await (const part of inventBeside(invention)) {
      beside.push(...part);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const here = [...inventedEntries(invention)].flat();

    expect(beside).to.have.length(invention.responses);
    expect(beside).to.deep.equal(here);
  });

  it('ends with who takes no more', async () => {
    for await (const part of inventBeside({ ...invention, responses: 10_000_000 })) {
      expect(part.length).to.be.greaterThan(0);
      break;
    }
  });

  it('tells what went wrong', async () => {
    let problem: unknown;
    try {
      for await (const _ of inventBeside({ ...invention, until: 'no day' }));
    } catch (error) {
      problem = error;
    }
    expect(problem).to.be.instanceOf(Error);
  });
});
