import type { Messages } from '../messages.ts';

export const collect: Messages['collect'] = {};
