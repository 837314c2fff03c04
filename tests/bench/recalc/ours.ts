import { cellKey, type CellKey } from '../../../src/core/model/cell.ts';
import type { CellInput } from '../../../src/core/model/input.ts';
import { yearsFrom } from '../../../src/core/model/sheet.ts';
import { Calculation } from '../../../src/core/recalc/calculation.ts';
import { forEachCell, indicatorsOf, parserFor } from './formulas.ts';
import { baseYear, type BuiltSheet, type Cell, type Engine } from './workload.ts';

export const ours: Engine = (sheet) => {
  const indicators = indicatorsOf(sheet);
  const years = yearsFrom(baseYear, sheet.years - 1);
  const parse = parserFor(sheet);
  const keyOf = ([row, column]: Cell): CellKey => {
    const id = indicators[row];
    const year = years[column];
    if (id === undefined) throw new Error(`No row ${row}`);
    return cellKey(id, year === undefined ? { kind: 'growth' } : { kind: 'value', year });
  };
  const inputs = new Map<CellKey, CellInput>();
  forEachCell(sheet, (entry, cell) => {
    inputs.set(
      keyOf(cell),
      typeof entry === 'number' ? { kind: 'number', value: entry } : { kind: 'formula', source: entry.slice(1) },
    );
  });
  return (): BuiltSheet => {
    const calculation = new Calculation({ indicators, years }, inputs, parse);
    const slotsOf = (cells: readonly Cell[]): number[] => cells.map((cell) => calculation.slotOf(keyOf(cell)));
    return {
      editOf(cell) {
        const slot = calculation.slotOf(keyOf(cell));
        return (value) => void calculation.setNumber(slot, value);
      },
      valuesOf: (cells) => slotsOf(cells).map((slot) => calculation.numberAt(slot)),
      recalculate() {
        calculation.recalculate();
      },
      tryVectors: (tried, vectors, outputs) =>
        Array.from(calculation.sample(slotsOf(tried), vectors, slotsOf(outputs)).slice(-outputs.length)),
    };
  };
};
