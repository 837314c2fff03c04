/** Addresses as a person writes them: `hightech_firms@2023`, `高新技术企业[2023]`, `高新技术企业[增速]`, `高新技术企业[2025差距]`, `F12`. */
import { parseCellKey, columnName, type IndicatorId } from '../model/cell.ts';
import { chineseName } from './address-label.ts';
import { parseColumnLetters, type Sheet, type SheetColumn } from '../model/sheet.ts';

export interface CellAddress {
  readonly indicator: IndicatorId;
  readonly column: SheetColumn;
}

/** How a name is turned into an id: the formula language's own names. */
export type FindName = (name: string) => IndicatorId | undefined;

const bracketed = /^(.+?)\s*[[［]\s*(.+?)\s*[\]］]$/u;
const a1 = /^\$?([A-Za-z]{1,3})\$?(\d{1,6})$/;

/** The cell that a text names; a bare name means the base year. `undefined` when it names none. */
export function resolveAddress(text: string, sheet: Sheet, find: FindName): CellAddress | undefined {
  const name = text.trim().normalize('NFC');
  const key = parseCellKey(name);
  if (key) return inSheet(sheet, key.indicator, columnName(key.column));
  const at = name.indexOf('@');
  if (at > 0) {
    const indicator = find(name.slice(0, at));
    return indicator && inSheet(sheet, indicator, name.slice(at + 1));
  }
  const indexed = bracketed.exec(name);
  if (indexed?.[1] !== undefined && indexed[2] !== undefined) {
    const indicator = find(indexed[1]);
    return indicator && inSheet(sheet, indicator, indexed[2]);
  }
  const named = find(name);
  if (named) return inSheet(sheet, named, String(sheet.baseYear));
  const cell = a1.exec(name);
  if (cell?.[1] === undefined) return undefined;
  const index = parseColumnLetters(cell[1]);
  const row = sheet.rows[Number(cell[2]) - 1];
  const column = index === undefined ? undefined : sheet.columns[index];
  return row?.kind === 'indicator' && column ? { indicator: row.indicator, column } : undefined;
}

function inSheet(sheet: Sheet, indicator: IndicatorId, columnId: string): CellAddress | undefined {
  const wanted = columnId.toLowerCase();
  const column = sheet.columns.find((found) => found.id === wanted || chineseName(found) === wanted);
  const known = sheet.rows.some((row) => row.kind === 'indicator' && row.indicator === indicator);
  return column && known ? { indicator, column } : undefined;
}
