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

/** A row on view. It stays the same object while it is looked at and no other rows come on view, so that scrolling tells no row of anything. */
export interface VisibleRow {
  /** In the sheet, counted from 1: hidden rows keep theirs, as in any spreadsheet. */
  readonly number: number;
  /** Among the rows on view, counted from 0. */
  readonly index: number;
  readonly row: SheetRow;
}

/** So many rows on view are kept once they are made, and those looked at before them: far more than a window shows. */
const mostKept = 1000;

/** The rows on view, each made when it is looked at: 100,000 at once were 2.4 MB. */
export class VisibleRows {
  readonly #sheet: Sheet;
  readonly #places: readonly number[];
  #made = new Map<number, VisibleRow>();
  /** Until as many again are made, so that a row still looked at does not become another. */
  #madeBefore = this.#made;

  /** `places`: of the rows in the sheet, counted from 0. */
  constructor(sheet: Sheet, places: readonly number[]) {
    this.#sheet = sheet;
    this.#places = places;
  }

  get length(): number {
    return this.#places.length;
  }

  /** `undefined` for an index that no row has. */
  at(index: number): VisibleRow | undefined {
    const made = this.#made.get(index) ?? this.#madeBefore.get(index) ?? this.#make(index);
    if (this.#made.size > mostKept) {
      this.#madeBefore = this.#made;
      this.#made = new Map();
    }
    if (made) this.#made.set(index, made);
    return made;
  }

  slice(start: number, end: number): VisibleRow[] {
    return this.#places.slice(start, end).flatMap((_, offset) => this.at(start + offset) ?? []);
  }

  *[Symbol.iterator](): Generator<VisibleRow> {
    for (let index = 0, row; (row = this.#make(index)); index++) yield row;
  }

  #make(index: number): VisibleRow | undefined {
    const place = this.#places[index] ?? -1;
    const row = this.#sheet.rows[place];
    return row && { number: place + 1, index, row };
  }
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
  readonly rows: VisibleRows = $derived.by(() => {
    const searching = this.isFiltering;
    const needle = this.#query.trim().toLowerCase();
    const visible: number[] = [];
    let heading: number | undefined;
    this.#sheet.rows.forEach((row, at) => {
      if (row.kind === 'heading') {
        heading = at;
        if (!searching) visible.push(at);
        return;
      }
      if (searching ? !this.#matches(row.indicator, needle) : this.#folded.has(this.#facts.chapterOf(row.indicator)))
        return;
      if (searching && heading !== undefined) {
        visible.push(heading);
        heading = undefined;
      }
      visible.push(at);
    });
    return new VisibleRows(this.#sheet, visible);
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
    if (![...this.rows].some(({ row }) => row.kind === 'indicator' && row.indicator === indicator)) this.clearFilters();
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
