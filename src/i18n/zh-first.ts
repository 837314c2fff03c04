import { frame, grid, scenario } from './zh/first.ts';

export const zhFirst = { frame, grid, scenario };
