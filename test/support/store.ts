// Stores a response as if somebody else had sent it, or as if it had come by another door.

import { putResponse } from '../../server/responses/put-response.ts';
import { readSurvey } from '../../server/surveys/read-survey.ts';
import type { NewResponse } from '../../shared/api/responses.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import type { TestApp } from './app.ts';
import { newId } from './build.ts';

/** Returns its id. */
export async function storeResponse(
  { context }: Pick<TestApp, 'context'>,
  response: NewResponse,
  by = 'somebody-else',
): Promise<string> {
  const id = newId();
  const survey = await readSurvey(context, '2569');
  const who = { username: by, name: by, role: 'officer', office: 'national' } as const;
  const sender = { ...who, scope: { kind: 'all' } } as const;
  await putResponse(context, survey, { id, raw: response as RawResponse }, sender);
  return id;
}
