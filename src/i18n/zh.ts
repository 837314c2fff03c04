import { error } from './zh/error.ts';
import { frame } from './zh/frame.ts';
import { grid } from './zh/grid.ts';
import { scenario } from './zh/scenario.ts';

export const zh = { frame, grid, error, scenario };
