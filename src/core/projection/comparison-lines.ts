/** The board as a list of lines: sections one below the other, by chapter where that is wanted. */
import { columnName } from '../model/cell.ts';
import type { AssumptionRow, ComparisonLine, ComparisonTable, ResultRow } from '../model/comparison.ts';

export interface LineOptions {
  readonly byChapter: boolean;
  /** Ids of the sections whose rows are put away. */
  readonly folded: ReadonlySet<string>;
}

/** A section without rows has no line. */
export function comparisonLines(table: ComparisonTable, options: LineOptions): readonly ComparisonLine[] {
  const lines = section(
    'assumptions',
    {},
    table.assumptions,
    (row) => ({ kind: 'assumption', id: `assumption ${row.indicator.id}@${columnName(row.column)}`, row }),
    options,
  );
  return [
    ...lines,
    ...table.results.flatMap(({ year, rows }) =>
      section(
        `results-${year}`,
        { year },
        rows,
        (row) => ({ kind: 'result', id: `result ${row.indicator.id}@${row.year}`, row }),
        options,
      ),
    ),
  ];
}

function section<Row extends AssumptionRow | ResultRow>(
  id: string,
  facts: Pick<Extract<ComparisonLine, { kind: 'section' }>, 'year'>,
  rows: readonly Row[],
  lineOf: (row: Row) => ComparisonLine,
  { byChapter, folded }: LineOptions,
): readonly ComparisonLine[] {
  if (rows.length === 0) return [];
  const heading: ComparisonLine = { kind: 'section', id, ...facts, rows: rows.length, folded: folded.has(id) };
  if (heading.folded) return [heading];
  const lines: ComparisonLine[] = [heading];
  let chapter: string | undefined;
  for (const row of rows) {
    if (byChapter && row.indicator.chapter !== chapter) {
      chapter = row.indicator.chapter;
      lines.push({ kind: 'chapter', id: `${id} ${chapter}`, chapter });
    }
    lines.push(lineOf(row));
  }
  return lines;
}
