/** The sheets' formulas as trees, for engines that have another notation. */
import type { Expression, FormulaError, Reference } from '../../../src/core/formula/ast.ts';
import { createNames } from '../../../src/core/formula/names.ts';
import { parseCanonical } from '../../../src/core/formula/parse.ts';
import { parseIndicatorId, type IndicatorId } from '../../../src/core/model/cell.ts';
import type { Result } from '../../../src/core/model/result.ts';
import { baseYear, type BenchSheet, type Cell } from './workload.ts';

export function indicatorsOf({ rows }: BenchSheet): IndicatorId[] {
  return Array.from({ length: rows }, (_, row) => {
    const id = parseIndicatorId(`r${row}`);
    if (!id) throw new Error('Not an id');
    return id;
  });
}

/** Takes the formulas without `=`. */
export function parserFor(sheet: BenchSheet): (source: string) => Result<Expression, FormulaError> {
  const names = createNames(
    indicatorsOf(sheet).map((id) => ({ id, shortName: id, aliases: [], pinyin: id, label: { zh: id, en: id } })),
  );
  return (source) => parseCanonical(source, names);
}

/** An entry's tree; an entry that does not parse is a mistake in the benchmark. */
export function treeOf(entry: string, parse: ReturnType<typeof parserFor>): Expression {
  const tree = parse(entry.slice(1));
  if (!tree.ok) throw new Error(`Not a formula: ${entry}`);
  return tree.value;
}

export function forEachCell(sheet: BenchSheet, visit: (entry: number | string, cell: Cell) => void): void {
  for (let row = 0; row < sheet.rows; row++) {
    for (let column = 0; column <= sheet.years; column++) {
      const entry = sheet.at(row, column);
      if (entry !== undefined) visit(entry, [row, column]);
    }
  }
}

/** The cell that a reference means in a formula that stands in `own`. */
export function cellOf({ measure, row, year }: Reference, [ownRow, ownColumn]: Cell, { years }: BenchSheet): Cell {
  const target = row.kind === 'own' ? ownRow : Number(row.indicator.slice(1));
  if (measure === 'growth') return [target, years];
  switch (year.kind) {
    case 'same':
      return [target, ownColumn];
    case 'offset':
      return [target, ownColumn + year.years];
    case 'base':
      return [target, 0];
    case 'year':
      return [target, year.year - baseYear];
  }
}
