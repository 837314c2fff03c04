/** The sheet as it lies on the screen: which rows and columns, how wide, how far scrolled; and the way between places and indexes. */
import { untrack } from 'svelte';
import { valueKey, type CellKey, type IndicatorId } from '../../core/model/cell.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { OpenPlan } from '../../state/context.ts';
import type { VisibleRows } from '../../state/outline.svelte.ts';
import type { CellPlace, CellRange } from '../../state/selection.svelte.ts';
import { columnWidths, measureContent, type ContentWidths, type MeasuredRow } from './column-widths.ts';
import {
  GUTTER_WIDTH,
  HEADER_HEIGHT,
  layColumns,
  MAX_COLUMN_WIDTH,
  MIN_COLUMN_WIDTH,
  ROW_HEIGHT,
  scrollToShow,
} from './geometry.ts';
import type { Block, Geometry, Viewport } from './geometry.ts';
import { nearestStop, type GridIndex, type Terrain } from './navigation.ts';

/** A cell of an indicator row on view. `key` where something can be entered. */
export interface PlacedCell {
  readonly indicator: IndicatorId;
  readonly column: SheetColumn;
  readonly key?: CellKey;
}

export class SheetView {
  readonly #planner: OpenPlan;
  #widths = $state.raw<ReadonlyMap<string, number>>(new Map());
  #viewport = $state.raw<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  /** For columns, in pixels. A state and not derived from the viewport: each step of scrolling would else go through every cell. */
  #room = $state(-GUTTER_WIDTH);
  #scrollTo: ((top: number, left: number) => void) | undefined;
  /** Ctrl+`: cells show what was put in rather than what it comes to. */
  #showFormulas = $state(false);

  readonly #content: ContentWidths;

  constructor(planner: OpenPlan) {
    this.#planner = planner;
    this.#content = untrack(() => measureContent(measuredRows(planner)));
  }

  readonly #ownWidths: ReadonlyMap<string, number> = $derived.by(() =>
    columnWidths(this.columns, this.#content, this.#planner.preferences.language, this.#room),
  );
  readonly geometry: Geometry = $derived.by(() => layColumns(this.columns, this.#ownWidths, this.#widths));

  get rows(): VisibleRows {
    return this.#planner.outline.rows;
  }
  get columns(): readonly SheetColumn[] {
    return this.#planner.outline.columns;
  }
  get viewport(): Viewport {
    return this.#viewport;
  }
  get showFormulas(): boolean {
    return this.#showFormulas;
  }
  /** Rows that fit on the screen at once, for PageUp and PageDown. */
  get pageRows(): number {
    return Math.max(1, Math.floor((this.#viewport.height - HEADER_HEIGHT) / ROW_HEIGHT) - 1);
  }

  toggleFormulas(): void {
    this.#showFormulas = !this.#showFormulas;
  }

  /** The scrolling element says how to scroll it, and `undefined` when it goes. */
  connect(scrollTo: ((top: number, left: number) => void) | undefined): void {
    this.#scrollTo = scrollTo;
  }

  look(viewport: Viewport): void {
    this.#viewport = viewport;
    this.#room = viewport.width - GUTTER_WIDTH;
  }

  resize(column: string, width: number): void {
    const within = Math.max(MIN_COLUMN_WIDTH, Math.min(MAX_COLUMN_WIDTH, Math.round(width)));
    this.#widths = new Map(this.#widths).set(column, within);
  }

  /** The index of a place, or of what is nearest to it if it is folded or filtered away. */
  indexOf({ row, column }: CellPlace): GridIndex {
    const at = this.#rowAt(row);
    const known = this.columns.findIndex(({ id }) => id === column);
    return { row: Math.min(at, Math.max(0, this.rows.length - 1)), column: Math.max(0, known) };
  }

  /** Whether the place itself is on view. */
  isOnView({ row }: CellPlace): boolean {
    return this.rows.at(this.#rowAt(row))?.number === row;
  }

  placeAt({ row, column }: GridIndex): CellPlace {
    return { row: this.rows.at(row)?.number ?? 1, column: this.columns[column]?.id ?? 'name' };
  }

  block({ anchor, head }: CellRange): Block {
    const a = this.indexOf(anchor);
    const b = this.indexOf(head);
    return {
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
      left: Math.min(a.column, b.column),
      right: Math.max(a.column, b.column),
    };
  }

  /** The cell at an index; `undefined` on a heading. */
  cellAt({ row, column }: GridIndex): PlacedCell | undefined {
    const visible = this.rows.at(row)?.row;
    const found = this.columns[column];
    if (visible?.kind !== 'indicator' || !found) return undefined;
    const { key } = this.#planner.workspace.cell(visible.indicator, found);
    return { indicator: visible.indicator, column: found, ...(key && { key }) };
  }

  cellAtPlace(place: CellPlace): PlacedCell | undefined {
    return this.isOnView(place) ? this.cellAt(this.indexOf(place)) : undefined;
  }

  /** The cells of a block line by line; headings are left out. */
  cellsIn({ top, bottom, left, right }: Block): readonly (readonly PlacedCell[])[] {
    const lines: PlacedCell[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: PlacedCell[] = [];
      for (let column = left; column <= right; column++) {
        const cell = this.cellAt({ row, column });
        if (cell) line.push(cell);
      }
      if (line.length > 0) lines.push(line);
    }
    return lines;
  }

  /** The chapter whose heading stands at an index. */
  chapterAt(row: number): string | undefined {
    const found = this.rows.at(row)?.row;
    return found?.kind === 'heading' ? found.chapter : undefined;
  }

  readonly terrain: Terrain = $derived.by(() => {
    const { outline, workspace } = this.#planner;
    const { rows, columns } = this;
    return {
      rows: rows.length,
      columns: columns.length,
      isStop: (row) => {
        const found = rows.at(row)?.row;
        return found?.kind === 'indicator' || (found !== undefined && outline.isFolded(found.chapter));
      },
      isFilled: ({ row, column }) => {
        const found = rows.at(row)?.row;
        const at = columns[column];
        if (found?.kind !== 'indicator' || !at) return false;
        const view = workspace.cell(found.indicator, at);
        return view.kind !== 'empty' && !(view.kind === 'value' && view.value.kind === 'blank');
      },
    };
  });

  /** Brings a place wholly into sight. */
  show(place: CellPlace): void {
    const { row, column } = this.indexOf(place);
    const { top, left } = scrollToShow(this.geometry, row, column, this.#viewport);
    if (top !== this.#viewport.top || left !== this.#viewport.left) this.#scrollTo?.(top, left);
  }

  /** The first place where the active cell can stand. */
  firstStop(column: string): CellPlace {
    return { row: this.rows.at(nearestStop(0, this.terrain) ?? 0)?.number ?? 1, column };
  }

  /** Index of the first row on view whose number is not below this one. */
  #rowAt(number: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows.at(middle)?.number ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Names and numbers of long sheets repeat each other, so the first rows tell the widths. */
const measuredAtMost = 400;

function* measuredRows({ workspace }: OpenPlan): Generator<MeasuredRow> {
  const { dataset } = workspace;
  for (const { indicator } of dataset.rows.slice(0, measuredAtMost)) {
    const [base = { kind: 'blank' }, ...years] = dataset.years.map((year) =>
      workspace.value(valueKey(indicator.id, year)),
    );
    yield { indicator, base, years };
  }
}
