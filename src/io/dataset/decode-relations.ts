/** What is true of rows by definition. */
import type { IndicatorId } from '../../core/model/cell.ts';
import type { Indicator, Relation } from '../../core/model/dataset.ts';
import { shiftDecimal } from '../../core/model/decimal.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import type { IndicatorEntries } from './decode-indicators.ts';
import { complete, Keyed, readTable, type RowReader } from './row-reader.ts';

const columns = ['relation', 'kind', 'left', 'right', 'divisor', 'tolerance', 'note_zh', 'note_en'];

/** In table order. Every row named stands in the sheet. */
export function decodeRelations(
  files: DatasetFiles,
  entries: IndicatorEntries,
  errors: DatasetError[],
): readonly Relation[] {
  const seen = new Keyed<true>();
  return readTable(files, 'relations', columns, errors, (row) => {
    const left = readRow(row, 'left', entries);
    const common = complete<Pick<Relation, 'id' | 'left' | 'right' | 'note'>>({
      id: row.id('relation'),
      left: left?.id,
      right: readRow(row, 'right', entries)?.id,
      note: row.label('note_zh', 'note_en'),
    });
    const kind = row.choice('kind', ['quotient', 'within', 'increase']);
    if (common) seen.add(row, 'relation', common.id, true);
    if (kind !== 'quotient') {
      row.mustBeEmpty('divisor', 'tolerance');
      return common && kind && { ...common, kind };
    }
    const terms = complete<{ divisor: IndicatorId; tolerance: number }>({
      divisor: readRow(row, 'divisor', entries)?.id,
      tolerance: row.number('tolerance'),
    });
    if (!common || !terms || !left) return undefined;
    return { ...common, kind, ...terms, tolerance: shiftDecimal(terms.tolerance, left.unit.percent ? -2 : 0) };
  });
}

function readRow(row: RowReader, column: string, entries: IndicatorEntries): Indicator | undefined {
  const indicator = row.reference(column, entries, 'indicators')?.indicator;
  if (indicator?.chapter !== '') return indicator;
  row.refuse(column, { code: 'missingRow', name: indicator.id, inTable: 'workbook' });
  return undefined;
}
