/** Between which numbers an assumption may be looked for: what no plan would hold is no solution. */
import { growthUnit, type GrowthPath } from '../growth/path.ts';
import type { Column } from '../model/cell.ts';
import type { Indicator } from '../model/dataset.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface DriverCell {
  readonly column: Column;
  readonly indicator: Indicator;
  /** The row's path, which says what its growth is measured in. */
  readonly path: GrowthPath;
  /** What the cell holds now, and the row's base-year figure, in the stored unit. */
  readonly present: number;
  readonly base: number;
}

/** A rate of growth a year: never all of it lost, never more than eleven times the year before. */
export const rateBounds: Bounds = { low: -0.99, high: 10 };
/** A share, and no more points a year than there are. */
const shares: Bounds = { low: 0, high: 1 };
const points: Bounds = { low: -1, high: 1 };
/** Growth rates kept as rows, and other per cent that is no share. */
const freePercent: Bounds = { low: -1, high: 10 };
const ranks: Bounds = { low: 1, high: 1000 };
/** What is counted or paid: from none to a thousand times what there is. */
const mostTimes = 1000;

/** In the cell's stored unit; the present number always lies within. */
export function driverBounds(cell: DriverCell): Bounds {
  const { low, high } = boundsByKind(cell);
  return { low: Math.min(low, cell.present), high: Math.max(high, cell.present) };
}

function boundsByKind({ column, indicator, path, present, base }: DriverCell): Bounds {
  const { kind, unit } = indicator;
  const size = Math.max(Math.abs(present), Math.abs(base)) || 1;
  if (column.kind === 'growth' || column.kind === 'yearGrowth') {
    switch (growthUnit(path, unit.percent)) {
      case 'percentPerYear':
      case 'none':
        return rateBounds;
      case 'points':
        return points;
      case 'rowUnit':
        return { low: -size, high: mostTimes * size };
    }
  }
  if (kind === 'rank') return ranks;
  if (unit.percent) return kind === 'ratio' ? shares : freePercent;
  return { low: 0, high: mostTimes * size };
}
