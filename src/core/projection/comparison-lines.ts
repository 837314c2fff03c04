/** The board as a list of lines: sections one below the other, by chapter where that is wanted. */
import { columnName } from '../model/cell.ts';
import type { AssumptionRow, ComparisonLine, ComparisonTable, ResultRow } from '../model/comparison.ts';

export interface LineOptions {
  readonly byChapter: boolean;
  /** Ids of the sections whose rows are put away. */
  readonly folded: ReadonlySet<string>;
}

type SectionLine = Extract<ComparisonLine, { kind: 'section' }>;
/** What a section is about. */
type SectionFacts = Pick<SectionLine, 'id' | 'of' | 'year'>;
type RowLine = Exclude<ComparisonLine, { kind: 'section' | 'chapter' }>;

/** A section without rows has no line. */
export function comparisonLines(
  { settings, assumptions, results }: ComparisonTable,
  { byChapter, folded }: LineOptions,
): readonly ComparisonLine[] {
  const chaptered = (id: string, lines: readonly RowLine[]): readonly ComparisonLine[] =>
    byChapter ? withChapters(id, lines) : lines;
  const section = (facts: SectionFacts, lines: readonly RowLine[]): readonly ComparisonLine[] => {
    if (lines.length === 0) return [];
    const heading: SectionLine = { kind: 'section', ...facts, rows: lines.length, folded: folded.has(facts.id) };
    return heading.folded ? [heading] : [heading, ...chaptered(facts.id, lines)];
  };
  return [
    ...section(
      { id: 'settings', of: 'settings' },
      settings.map((row) => ({ kind: 'setting', id: `setting ${row.name}`, row })),
    ),
    ...section({ id: 'assumptions', of: 'assumptions' }, assumptions.map(assumptionLine)),
    ...results.flatMap(({ year, rows }) =>
      section({ id: `results-${year}`, of: 'results', year }, rows.map(resultLine)),
    ),
  ];
}

function assumptionLine(row: AssumptionRow): RowLine {
  return { kind: 'assumption', id: `assumption ${row.indicator.id}@${columnName(row.column)}`, row };
}

function resultLine(row: ResultRow): RowLine {
  return { kind: 'result', id: `result ${row.indicator.id}@${row.year}`, row };
}

/** A heading before the first line of each chapter; what belongs to none has none. */
function withChapters(section: string, lines: readonly RowLine[]): readonly ComparisonLine[] {
  let last: string | undefined;
  return lines.flatMap((line): ComparisonLine[] => {
    const chapter = line.kind === 'setting' ? undefined : line.row.indicator.chapter;
    if (chapter === undefined || chapter === last) return [line];
    last = chapter;
    return [{ kind: 'chapter', id: `${section} ${chapter}`, chapter }, line];
  });
}
