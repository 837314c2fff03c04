import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '../../../src/core/model/cell.ts';
import { sheetColumns } from '../../../src/core/model/sheet.ts';
import type { CellView, TargetStatus } from '../../../src/core/model/view.ts';
import { countRows } from '../../../src/view/frame/row-counts.ts';
import { figure, id, indicator, planYears, y } from '../../support/plan.ts';

const format = { decimals: 0, shift: 0, mark: 'none' } as const;
const statuses: Record<string, Partial<Record<string, TargetStatus>>> = {
  both: { 'gap-2021': 'missed', 'gap-2025': 'missed' },
  one: { 'gap-2021': 'met', 'gap-2025': 'missed' },
  met: { 'gap-2025': 'thin' },
  none: {},
};

function cell(name: string, column: string): CellView {
  const status = statuses[name]?.[column];
  const base = { id: `${name}@${column}`, changed: false };
  return status ? { ...base, kind: 'gap', status, format } : { ...base, kind: 'empty' };
}

describe('[V33] how many rows a filter would leave', () => {
  it('a row counts once, whatever it misses', () => {
    const rows = Object.keys(statuses).map((name) => ({
      indicator: indicator(name),
      base: figure(1),
      defaultPath: { path: 'hold', reason: { code: 'noHistory' } as const },
    }));
    const sheet = {
      rows,
      columns: sheetColumns(planYears, [y(2021), y(2025)]),
      cell: (row: (typeof rows)[number], column: { id: string }) => cell(row.indicator.id, column.id),
    };
    const changed = new Set<IndicatorId>([id('met'), id('none')]);
    expect(countRows(sheet, changed)).toEqual({ changed: 2, behind: 2, withTarget: 3 });
  });
});
