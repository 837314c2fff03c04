import { error } from './zh/error.ts';
import { frame } from './zh/frame.ts';
import { grid } from './zh/grid.ts';
import { panel } from './zh/panel.ts';
import { scenario } from './zh/scenario.ts';

export const zh = { frame, panel, grid, error, scenario };
