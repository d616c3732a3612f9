import type { Messages } from '../messages.ts';

export const responses: Messages['responses'] = {};
