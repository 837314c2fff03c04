/** Random formulas for random tests: mostly sound, sometimes circular, outside the sheet, or malformed. */
import type { IndicatorId, Year } from '../../src/core/model/cell.ts';
import type { Random } from './random.ts';

export interface FormulaWorld {
  readonly indicators: readonly IndicatorId[];
  readonly years: readonly Year[];
}

export function randomFormula(random: Random, world: FormulaWorld): string {
  if (random.chance(0.25)) {
    return random.pick(['prev*(1+growth)', 'prev+growth', 'prev', 'base*1.1', 'growth+1%', 'prev*(1+growth)^2']);
  }
  if (random.chance(0.02)) return random.pick(['1+', 'nobody+1', 'NOTHING(1)', '(', '']);
  return expression(random, world, random.integer(1, 3));
}

function expression(random: Random, world: FormulaWorld, depth: number): string {
  if (depth === 0 || random.chance(0.2)) return leaf(random, world);
  const inner = (): string => expression(random, world, depth - 1);
  switch (random.integer(0, 9)) {
    case 0:
    case 1:
    case 2:
      return `(${inner()}${random.pick(['+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>='])}${inner()})`;
    case 3:
      return `${inner()}${random.pick(['+', '-', '*', '/'])}${inner()}`;
    case 4:
      return `-(${inner()})`;
    case 5:
      return `IF(${inner()},${inner()},${inner()})`;
    case 6:
      return `IFERROR(${inner()},${inner()})`;
    case 7: {
      const name = random.pick(['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'MEDIAN', 'AND', 'OR']);
      const parts = Array.from({ length: random.integer(1, 3) }, () =>
        random.chance(0.7) ? range(random, world) : inner(),
      );
      return `${name}(${parts.join(',')})`;
    }
    case 8: {
      const name = random.pick(['INT', 'ABS', 'SQRT', 'EXP', 'LN', 'LOG10', 'SIGN', 'NOT', 'ROUND', 'LOG']);
      return `${name}(${inner()})`;
    }
    default: {
      const name = random.pick(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'MOD', 'POWER', 'LOG']);
      return `${name}(${inner()},${inner()})`;
    }
  }
}

function leaf(random: Random, world: FormulaWorld): string {
  switch (random.integer(0, 9)) {
    case 0:
    case 1:
      return String(random.pick([0, 1, 2, 0.5, 10, 3.7, 100]));
    case 2:
      return random.pick(['8%', '12.5%', 'TRUE', 'year']);
    case 3:
      return 'prev';
    case 4:
      return random.pick(['base', 'growth']);
    default:
      return reference(random, world);
  }
}

function reference(random: Random, { indicators, years }: FormulaWorld): string {
  const name = random.pick(indicators);
  switch (random.integer(0, 5)) {
    case 0:
      return `${name}[${random.pick(years)}]`;
    case 1:
    case 2:
      return `${name}[-1]`;
    case 3:
      return random.chance(0.1) ? `${name}[${random.pick(['1', '-2', '2031'])}]` : name;
    default:
      return name;
  }
}

function range(random: Random, world: FormulaWorld): string {
  const { indicators, years } = world;
  if (random.chance(0.3)) {
    const name = random.pick(indicators);
    return `${name}[${random.pick(years)}]:${name}[${random.pick(years)}]`;
  }
  // Beginning at the first row often, so that ranges build on one another.
  const from = random.chance(0.6) ? indicators[0] : random.pick(indicators);
  const to = random.pick(indicators);
  if (random.chance(0.3)) return `${from}[${random.pick(years)}]:${to}[${random.pick(years)}]`;
  return random.chance(0.3) ? `${from}[-1]:${to}[-1]` : `${from}:${to}`;
}
