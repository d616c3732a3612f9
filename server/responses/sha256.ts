import { hash } from 'node:crypto';
import type { Sha256 } from '../../shared/survey/response-digest.ts';

/** The hash that shared/ is given on the server. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'buffer');
