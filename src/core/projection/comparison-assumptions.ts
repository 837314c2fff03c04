/**
 * The assumptions of scenarios side by side. A path writes formulas into a row's years; those follow from the path and are no
 * assumptions of their own, so a year is listed only where some scenario overtyped it.
 */
import { printEntry } from '../entry/print-entry.ts';
import { targetEntries } from '../entry/target-entry.ts';
import { inputFormat, type GrowthPath } from '../growth/path.ts';
import { pathFormulas } from '../growth/write-path.ts';
import { cellKey, parseCellKey, type CellKey, type Column, type IndicatorId, type Year } from '../model/cell.ts';
import type { AssumptionCell, AssumptionRow } from '../model/comparison.ts';
import type { WorkbookRow } from '../model/dataset.ts';
import { rateFormat } from '../model/format.ts';
import { sameInput } from '../model/input.ts';
import type { NumberFormat } from '../model/view.ts';
import { numberDifference } from './comparison-difference.ts';
import type { Projection } from './projection.ts';

/**
 * In the order of the rows; within a row base-year figure, path, growth, growth of single years, overtyped years, held years, then
 * ranges, peers and targets.
 */
export function assumptionRows(
  rows: readonly WorkbookRow[],
  scenarios: readonly Projection[],
  changedOnly: boolean,
): readonly AssumptionRow[] {
  const [reference] = scenarios;
  if (!reference) return [];
  const columns = assumptionColumns(reference.years);
  const touched = touchedCells(scenarios);
  return rows.flatMap((row) =>
    columns.flatMap((column): AssumptionRow[] => {
      const key = cellKey(row.indicator.id, column);
      const always = !changedOnly && isAlwaysListed(row, column, scenarios);
      if (!always && !touched.get(row.indicator.id)?.has(key)) return [];
      const cells = scenarios.map((scenario) => assumptionCell(row, column, reference, scenario));
      return always || cells.some(({ differs }) => differs) ? [{ indicator: row.indicator, column, cells }] : [];
    }),
  );
}

/** Which cells an assumption may stand in. */
function assumptionColumns([base, ...projected]: readonly Year[]): readonly Column[] {
  if (base === undefined) return [];
  return [
    { kind: 'value', year: base },
    { kind: 'path' },
    { kind: 'growth' },
    ...projected.map((year): Column => ({ kind: 'yearGrowth', year })),
    ...projected.map((year): Column => ({ kind: 'value', year })),
    { kind: 'held' },
    { kind: 'range' },
    ...projected.map((year): Column => ({ kind: 'yearRange', year })),
    ...[base, ...projected].map((year): Column => ({ kind: 'valueRange', year })),
    { kind: 'peers' },
    ...projected.map((year): Column => ({ kind: 'target', year })),
  ];
}

/** Cells with an entry of their own in any scenario: only these can differ. */
function touchedCells(scenarios: readonly Projection[]): ReadonlyMap<IndicatorId, ReadonlySet<CellKey>> {
  const touched = new Map<IndicatorId, Set<CellKey>>();
  for (const { patch } of scenarios) {
    for (const key of patch.keys()) {
      const ref = parseCellKey(key);
      if (ref) touched.set(ref.indicator, (touched.get(ref.indicator) ?? new Set<CellKey>()).add(key));
    }
  }
  return touched;
}

/** With everything on view, each row that grows by an assumption shows it, alike or not. */
function isAlwaysListed(row: WorkbookRow, column: Column, scenarios: readonly Projection[]): boolean {
  return column.kind === 'growth' && scenarios.some((scenario) => formatOf(row, column, scenario));
}

function assumptionCell(row: WorkbookRow, column: Column, reference: Projection, scenario: Projection): AssumptionCell {
  const key = cellKey(row.indicator.id, column);
  const [before, input] = [reference.input(key), scenario.input(key)];
  const value = scenario.value(key);
  const format = formatOf(row, column, scenario);
  const differs = !sameInput(before, input) && (isOwn(row, column, reference) || isOwn(row, column, scenario));
  const beforeFormat = formatOf(row, column, reference);
  const comparable = differs && format && sameMeasure(beforeFormat, format);
  const isRate = column.kind !== 'value' && format?.shift === 2;
  const difference = comparable
    ? numberDifference(reference.value(key), value, !isRate && row.indicator.kind !== 'rank')
    : undefined;
  return {
    value,
    entry: input
      ? printEntry(input, column, {
          format: format ?? rateFormat,
          names: scenario.workbook.names,
          targets: targetEntries,
        })
      : '',
    path: pathName(scenario.path(row.indicator.id)),
    changed: scenario.isChanged(key),
    differs,
    ...(input && { input }),
    ...(format && { format }),
    ...(difference && { difference }),
  };
}

function formatOf({ indicator }: WorkbookRow, column: Column, scenario: Projection): NumberFormat | undefined {
  return inputFormat(column, scenario.path(indicator.id), indicator.unit);
}

/** A growth in per cent and one in points or pieces are two measures: no number lies between them. */
function sameMeasure(a: NumberFormat | undefined, b: NumberFormat): boolean {
  return a?.shift === b.shift && a.mark === b.mark;
}

/** Whether a person put in what the cell holds, rather than the row's path. */
function isOwn(row: WorkbookRow, column: Column, scenario: Projection): boolean {
  if (column.kind !== 'value' || column.year === scenario.baseYear) return true;
  const input = scenario.input(cellKey(row.indicator.id, column));
  const written = pathFormulas(scenario.path(row.indicator.id), scenario.pathRow(row));
  const source = written.ok ? written.value.get(column.year) : undefined;
  return !sameInput(input, source === undefined ? undefined : { kind: 'formula', source });
}

/** `target-linear` and `target-geometric` are two paths to a reader. */
function pathName(path: GrowthPath): string {
  return path.kind === 'target' ? `target-${path.shape}` : path.kind;
}
