import { error } from './en/error.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { scenario } from './en/scenario.ts';
import type { Messages } from './messages.ts';

export const en: Messages = { frame, grid, error, scenario };
