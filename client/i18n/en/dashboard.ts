import type { Messages } from '../messages.ts';

export const dashboard: Messages['dashboard'] = {};
