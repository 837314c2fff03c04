import type { Expression, Reference } from '../../../src/core/formula/ast.ts';
import { columnLetters } from '../../../src/core/model/sheet.ts';
import { cellOf, parserFor, treeOf } from './formulas.ts';
import { baseYear, type BenchSheet, type BuiltSheet, type Cell, type Engine } from './workload.ts';

export const hyperformula: Engine = async (sheet) => {
  const { HyperFormula } = await import('hyperformula');
  const cells = a1Sheet(sheet);
  return (): BuiltSheet => {
    const engine = HyperFormula.buildFromArray(cells, {
      licenseKey: 'gpl-v3',
      maxRows: 200_000,
      smartRounding: false,
    });
    const edit = ([row, col]: Cell, value: number): void => void engine.setCellContents({ sheet: 0, row, col }, value);
    const valuesOf = (watched: readonly Cell[]): number[] =>
      watched.map(([row, col]) => Number(engine.getCellValue({ sheet: 0, row, col })));
    return {
      editOf: (cell) => (value) => {
        edit(cell, value);
      },
      valuesOf,
      recalculate() {
        engine.rebuildAndRecalculate();
      },
      tryVectors(inputs, vectors, outputs) {
        for (let from = 0; from < vectors.length; from += inputs.length) {
          engine.batch(() => {
            inputs.forEach((cell, i) => {
              edit(cell, vectors[from + i] ?? NaN);
            });
          });
        }
        return valuesOf(outputs);
      },
    };
  };
};

/** The sheet's entries with formulas in A1 style. */
function a1Sheet(sheet: BenchSheet): (number | string | null)[][] {
  const parse = parserFor(sheet);
  return Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.years + 1 }, (_, column) => {
      const entry = sheet.at(row, column);
      return typeof entry === 'string' ? `=${a1(treeOf(entry, parse), [row, column], sheet)}` : (entry ?? null);
    }),
  );
}

/** With `$` wherever a row or a year is named, so that HyperFormula too parses `prev*(1+growth+r0[2020])` only once. */
function a1(node: Expression, own: Cell, sheet: BenchSheet): string {
  const inner = (child: Expression): string => a1(child, own, sheet);
  const address = (reference: Reference): string => {
    const [row, column] = cellOf(reference, own, sheet);
    const fixedYear = reference.year.kind === 'base' || reference.year.kind === 'year';
    const fixed = reference.measure === 'growth' || fixedYear ? '$' : '';
    return `${fixed}${columnLetters(column)}${reference.row.kind === 'own' ? '' : '$'}${row + 1}`;
  };
  switch (node.kind) {
    case 'number':
    case 'boolean':
      return String(Number(node.value));
    case 'year':
      return String(baseYear + own[1]);
    case 'reference':
      return address(node);
    case 'range':
      return `${address(node.from)}:${address(node.to)}`;
    case 'unary':
      return node.operator === '%' ? `(${inner(node.operand)})%` : `(${node.operator}${inner(node.operand)})`;
    case 'binary':
      return `(${inner(node.left)}${node.operator}${inner(node.right)})`;
    case 'call':
      return `${node.name}(${node.arguments.map(inner).join(',')})`;
  }
}
