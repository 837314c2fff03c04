/** A large workbook made of a small one: the same indicators once for each of many districts, as a city with its counties has them. */
import { parseIndicatorId, type IndicatorId } from '../../src/core/model/cell.ts';
import type { Dataset, WorkbookRow } from '../../src/core/model/dataset.ts';

/**
 * At least `count` rows: the dataset's own first, then copies under ids and names with a number behind them.
 * Copies have no targets, and formulas of their own are carried over to the copies' ids.
 */
export function withManyRows(dataset: Dataset, count: number): Dataset {
  const rows: WorkbookRow[] = [...dataset.rows];
  for (let district = 1; rows.length < count; district++) {
    for (const row of dataset.rows) {
      if (rows.length >= count) break;
      rows.push(copyOf(row, district));
    }
  }
  const byChapter = dataset.chapters.flatMap(({ id }) => rows.filter(({ indicator }) => indicator.chapter === id));
  return { ...dataset, id: `${dataset.id}-${count}`, rows: byChapter };
}

function copyOf(row: WorkbookRow, district: number): WorkbookRow {
  const { indicator, defaultPath } = row;
  const { formula } = defaultPath;
  return {
    ...row,
    indicator: {
      ...indicator,
      id: copyId(indicator.id, district),
      shortName: `${indicator.shortName}D${district}`,
      label: { zh: `${indicator.label.zh} D${district}`, en: `${indicator.label.en} D${district}` },
      aliases: [],
    },
    defaultPath: {
      ...defaultPath,
      ...(formula !== undefined && { formula: formula.replace(/[a-z][a-z0-9_]*/g, (name) => `${name}_d${district}`) }),
    },
  };
}

function copyId(id: IndicatorId, district: number): IndicatorId {
  const copy = parseIndicatorId(`${id}_d${district}`);
  if (copy === undefined) throw new Error(`Not an id: ${id}_d${district}`);
  return copy;
}
