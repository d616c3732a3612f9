// What some requests came to, in the words of those who run the server: read off their answers, so no feature counts by itself.
import { paths } from '../../shared/api/paths.ts';
import type { EndedRequest } from '../http/ended-request.ts';

export const submissionOutcomes = [
  'new',
  'same',
  'conflict',
  'invalid',
  'refused',
  'failed',
] as const;
export const signInOutcomes = ['entered', 'wrong', 'limited', 'refused', 'failed'] as const;

const submission = paths.response(':survey', ':id');
const session = paths.session();

export function submissionOf({
  method,
  route,
  status,
  problem,
}: EndedRequest): (typeof submissionOutcomes)[number] | undefined {
  if (method !== 'PUT' || route !== submission) return undefined;
  if (status === 201) return 'new';
  if (status === 200) return 'same';
  if (problem === 'response-differs') return 'conflict';
  if (problem === 'response-invalid') return 'invalid';
  return isFailure(status) ? 'failed' : 'refused';
}

export function signInOf({
  method,
  route,
  status,
  problem,
}: EndedRequest): (typeof signInOutcomes)[number] | undefined {
  if (method !== 'POST' || route !== session) return undefined;
  if (status === 200) return 'entered';
  if (problem === 'signed-out') return 'wrong';
  if (problem === 'too-many-tries' || problem === 'too-many-requests') return 'limited';
  return isFailure(status) ? 'failed' : 'refused';
}

const isFailure = (status: number | 'cut'): boolean => status === 'cut' || status >= 500;
