/** Which rows and columns of the sheet are on view: folded chapters, search, filters. Nothing here changes a number. */
import type { IndicatorId } from '../core/model/cell.ts';
import type { Sheet, SheetColumn, SheetRow } from '../core/model/sheet.ts';

export interface OutlineFilters {
  /** Rows that the open scenario changes. */
  readonly changed: boolean;
  /** Rows that miss a target. */
  readonly behind: boolean;
  /** Rows that have a target. */
  readonly withTarget: boolean;
}

/** A row on view. It stays the same object until other rows come on view, so that scrolling tells no row of anything. */
export interface VisibleRow {
  /** In the sheet, counted from 1: hidden rows keep theirs, as in any spreadsheet. */
  readonly number: number;
  /** Among the rows on view, counted from 0. */
  readonly index: number;
  readonly row: SheetRow;
}

/** What the outline has to know of a row to filter it. */
export interface RowFacts {
  chapterOf(indicator: IndicatorId): string;
  /** Everything a search may hit, in lower case. */
  searchText(indicator: IndicatorId): string;
  isChanged(indicator: IndicatorId): boolean;
  isBehind(indicator: IndicatorId): boolean;
  hasTarget(indicator: IndicatorId): boolean;
}

const noFilters: OutlineFilters = { changed: false, behind: false, withTarget: false };

export class Outline {
  readonly #sheet: Sheet;
  readonly #facts: RowFacts;
  #folded = $state.raw<ReadonlySet<string>>(new Set());
  #query = $state.raw('');
  #filters = $state.raw(noFilters);
  #showYearGrowth = $state.raw(false);

  constructor(sheet: Sheet, facts: RowFacts) {
    this.#sheet = sheet;
    this.#facts = facts;
  }

  get query(): string {
    return this.#query;
  }
  get filters(): OutlineFilters {
    return this.#filters;
  }
  /** Whether the columns that hold one growth assumption per year are on view. */
  get showYearGrowth(): boolean {
    return this.#showYearGrowth;
  }

  readonly columns: readonly SheetColumn[] = $derived.by(() =>
    this.#sheet.columns.filter(({ role }) => role !== 'yearGrowth' || this.#showYearGrowth),
  );

  /** Rows on view in sheet order. A search or filter opens folded chapters and leaves out those without a hit. */
  readonly rows: readonly VisibleRow[] = $derived.by(() => {
    const searching = this.isFiltering;
    const needle = this.#query.trim().toLowerCase();
    const visible: VisibleRow[] = [];
    const show = (row: SheetRow, at: number): void => {
      visible.push({ number: at + 1, index: visible.length, row });
    };
    let heading: [SheetRow, number] | undefined;
    this.#sheet.rows.forEach((row, at) => {
      if (row.kind === 'heading') {
        heading = [row, at];
        if (!searching) show(row, at);
        return;
      }
      if (searching ? !this.#matches(row.indicator, needle) : this.#folded.has(this.#facts.chapterOf(row.indicator)))
        return;
      if (searching && heading) {
        show(...heading);
        heading = undefined;
      }
      show(row, at);
    });
    return visible;
  });

  get isFiltering(): boolean {
    const { changed, behind, withTarget } = this.#filters;
    return changed || behind || withTarget || this.#query.trim() !== '';
  }

  isFolded(chapter: string): boolean {
    return this.#folded.has(chapter);
  }

  foldChapter(chapter: string, folded = !this.#folded.has(chapter)): void {
    const next = new Set(this.#folded);
    if (folded) next.add(chapter);
    else next.delete(chapter);
    this.#folded = next;
  }

  search(query: string): void {
    this.#query = query;
  }

  filter(filters: Partial<OutlineFilters>): void {
    this.#filters = { ...this.#filters, ...filters };
  }

  clearFilters(): void {
    this.#query = '';
    this.#filters = noFilters;
  }

  toggleYearGrowth(shown = !this.#showYearGrowth): void {
    this.#showYearGrowth = shown;
  }

  /** Makes a row visible: opens its chapter, and drops search and filters if they hide it. */
  reveal(indicator: IndicatorId): void {
    this.foldChapter(this.#facts.chapterOf(indicator), false);
    if (!this.rows.some(({ row }) => row.kind === 'indicator' && row.indicator === indicator)) this.clearFilters();
  }

  #matches(indicator: IndicatorId, needle: string): boolean {
    const { changed, behind, withTarget } = this.#filters;
    return (
      (needle === '' || this.#facts.searchText(indicator).includes(needle)) &&
      (!changed || this.#facts.isChanged(indicator)) &&
      (!behind || this.#facts.isBehind(indicator)) &&
      (!withTarget || this.#facts.hasTarget(indicator))
    );
  }
}
