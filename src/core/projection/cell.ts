/** What each cell of the grid shows, from the calculation, the patch and the targets in force. Numbers and codes only; words and marks are the view's. */
import { cellKey, valueKey, type CellKey, type IndicatorId, type Year } from '../model/cell.ts';
import { rateFormat, valueFormat } from '../model/format.ts';
import type { CellInput, CellValue } from '../model/input.ts';
import type { Comparison, WorkbookRow } from '../model/dataset.ts';
import { goalFormat, type GoalInForce } from '../model/goal.ts';
import type { SheetColumn } from '../model/sheet.ts';
import type { CellView } from '../model/view.ts';
import { growthFormat, type GrowthPath } from '../growth/path.ts';
import { assessTarget, type Assessment } from '../target/assess.ts';
import { measured } from '../target/measure.ts';
import { requiredGrowth } from '../target/required-growth.ts';

/** What a projection reads. All by key, so that it can serve an open scenario as well as one that only stands in a comparison. */
export interface ProjectionSource {
  readonly baseYear: Year;
  readonly years: readonly Year[];
  value(key: CellKey): CellValue;
  input(key: CellKey): CellInput | undefined;
  isChanged(key: CellKey): boolean;
  isRanged(key: CellKey): boolean;
  path(indicator: IndicatorId): GrowthPath;
  isHeld(indicator: IndicatorId, year: Year): boolean;
  target(indicator: IndicatorId, year: Year): GoalInForce | undefined;
  targetLevel(indicator: IndicatorId, year: Year): Comparison | undefined;
}

/** The cell of a row in a column of the grid. */
export function projectCell(row: WorkbookRow, column: SheetColumn, source: ProjectionSource): CellView {
  const { indicator } = row;
  const id = `${indicator.id}@${column.id}`;
  const key = column.column && cellKey(indicator.id, column.column);
  const base = { id, changed: key !== undefined && source.isChanged(key), ...(key && { key }) };
  switch (column.role) {
    case 'name':
      return { ...base, kind: 'label', text: indicator.shortName };
    case 'unit':
      return { ...base, kind: 'label', text: indicator.unit.label.zh };
    case 'base':
    case 'year':
      return {
        ...base,
        kind: 'value',
        ...readCell(key, source),
        format: valueFormat(indicator.unit),
        held: isHeld(row, column, source),
      };
    case 'growth':
    case 'yearGrowth':
      return projectGrowth(row, base, key, source);
    case 'target':
    case 'gap':
      return projectTarget(row, column, base, source);
    case 'required':
      return projectRequired(row, column, base, source);
    case 'path':
      return projectPath(row, base, source);
  }
}

/** How far the row is from its target of that year; `undefined` where it has none. */
export function assessRow({ indicator }: WorkbookRow, year: Year, source: ProjectionSource): Assessment | undefined {
  const goal = source.target(indicator.id, year);
  if (!goal) return undefined;
  const read = (of: Year): number | undefined => numberOf(source.value(valueKey(indicator.id, of)));
  const value = measured(goal.measure ?? 'level', read, year, source.baseYear);
  return assessTarget(goal.comparison, value, indicator.better);
}

/** Growth a year from the base year that would just meet the target; a fraction. `undefined` where there is no target or no answer. */
export function requiredOf(indicator: IndicatorId, year: Year, source: ProjectionSource): number | undefined {
  const asked = source.targetLevel(indicator, year);
  const first = numberOf(source.value(valueKey(indicator, source.baseYear)));
  if (!asked || first === undefined) return undefined;
  const required = requiredGrowth(first, asked, year - source.baseYear);
  return required.ok ? required.value : undefined;
}

type Base = Pick<CellView, 'id' | 'changed' | 'key'>;

function readCell(
  key: CellKey | undefined,
  source: ProjectionSource,
): { value: CellValue; source: 'typed' | 'calculated' | 'blank'; isRange?: true } {
  if (key === undefined) return { value: { kind: 'blank' }, source: 'blank' };
  const input = source.input(key);
  return {
    value: source.value(key),
    source: input === undefined ? 'blank' : input.kind === 'formula' ? 'calculated' : 'typed',
    ...(source.isRanged(key) && { isRange: true }),
  };
}

function isHeld(row: WorkbookRow, column: SheetColumn, source: ProjectionSource): boolean {
  return column.role === 'year' && column.year !== undefined && source.isHeld(row.indicator.id, column.year);
}

function projectGrowth(row: WorkbookRow, base: Base, key: CellKey | undefined, source: ProjectionSource): CellView {
  const path = source.path(row.indicator.id);
  const read = readCell(key, source);
  const format = growthFormat(path, row.indicator.unit);
  if (read.source === 'blank' && !format) return { ...base, kind: 'noGrowth', path: path.kind };
  return { ...base, kind: 'value', ...read, format: format ?? rateFormat, held: false };
}

function projectTarget(row: WorkbookRow, column: SheetColumn, base: Base, source: ProjectionSource): CellView {
  const year = column.year;
  const target = year === undefined ? undefined : source.target(row.indicator.id, year);
  if (year === undefined || !target) return { ...base, kind: 'empty' };
  const { measure } = target;
  const format = goalFormat(measure, row.indicator.unit);
  if (column.role === 'target')
    return { ...base, kind: 'target', comparison: target.comparison, format, ...(measure && { measure }) };
  const assessment = assessRow(row, year, source);
  if (!assessment) return { ...base, kind: 'empty' };
  return { ...base, kind: 'gap', ...assessment, format };
}

function projectRequired(row: WorkbookRow, column: SheetColumn, base: Base, source: ProjectionSource): CellView {
  const required = column.year === undefined ? undefined : requiredOf(row.indicator.id, column.year, source);
  if (required === undefined) return { ...base, kind: 'empty' };
  const value: CellValue = { kind: 'number', value: required };
  return { ...base, kind: 'value', value, format: rateFormat, source: 'calculated', held: false };
}

function projectPath(row: WorkbookRow, base: Base, source: ProjectionSource): CellView {
  const last = source.years.at(-1);
  const asked = last === undefined ? undefined : source.targetLevel(row.indicator.id, last);
  const goal = asked && goalOf(asked);
  return {
    ...base,
    kind: 'path',
    values: source.years.map((year) => numberOf(source.value(valueKey(row.indicator.id, year)))),
    ...(goal !== undefined && { target: goal }),
  };
}

/** The one number to draw for a target: of a range, the nearer bound to reach. */
export function goalOf(comparison: Comparison): number {
  return comparison.op === 'between' ? comparison.low : comparison.value;
}

function numberOf(value: CellValue): number | undefined {
  return value.kind === 'number' ? value.value : undefined;
}
