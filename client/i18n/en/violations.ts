import type { Messages } from '../messages.ts';

export const violations: Messages['violations'] = {};
