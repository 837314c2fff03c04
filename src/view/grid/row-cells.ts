/**
 * The elements of a row's cells, copied from an empty row and written by hand. With a component for each cell, as the rest of the
 * page has, a frame of scrolling ran scripts for 3.9 ms; so it runs them for 2.5.
 */
import type { SheetColumn } from '../../core/model/sheet.ts';
import { cellId } from './cell-id.ts';
import { isFrozen } from './geometry.ts';
import type { DrawnPath, PresentedCell } from './present-cell.ts';

/** What every row begins as: the gutter and a cell for each column, and what those cells show. */
export interface EmptyRow {
  readonly content: DocumentFragment;
  readonly shown: readonly Shown[];
}

type Shown = Partial<PresentedCell>;

/** Draws a row's path into its cell. */
export type DrawPath = (cell: Element, path: DrawnPath) => void;

/** `columns`: those on view, the frozen ones first. */
export function emptyRow(columns: readonly SheetColumn[]): EmptyRow {
  const content = document.createDocumentFragment();
  // One part that stays while the years scroll, and not one for each cell: the browser keeps a layer for every such part.
  const frozen = make('sheet-frozen', {});
  frozen.append(make('sheet-gutter', { 'aria-hidden': 'true' }));
  content.append(frozen);
  columns.forEach((column, index) => {
    const role = column.role === 'name' ? 'rowheader' : 'gridcell';
    const cell = make(`sheet-cell ${column.role}`, { role, 'aria-colindex': String(index + 1), 'data-value': '' });
    cell.append('');
    (isFrozen(column) ? frozen : content).append(cell);
  });
  return { content, shown: columns.map(({ role }) => ({ text: '', dataValue: '', looks: role })) };
}

/** The cells of one row in the page. */
export class RowCells {
  readonly #elements: readonly Element[];
  #shown: readonly Shown[];

  /** `row`: where the cells go, in the place of what is there. `number`: of the row, for the gutter. */
  constructor(row: Element, { content, shown }: EmptyRow, number: number) {
    row.replaceChildren(content.cloneNode(true));
    const [frozen, ...scrolling] = row.children;
    const [gutter, ...staying] = frozen?.children ?? [];
    gutter?.append(String(number));
    this.#elements = [...staying, ...scrolling];
    this.#shown = shown;
  }

  /** Writes what is new. `cells`: one for each column. */
  show(cells: readonly PresentedCell[], drawPath: DrawPath | undefined): void {
    cells.forEach((cell, index) => {
      const element = this.#elements[index];
      const before = this.#shown[index];
      if (!element || !before) return;
      if (cell !== before) write(element, cell, before);
      if (cell.path) drawPath?.(element, cell.path);
    });
    this.#shown = cells;
  }
}

function write(element: Element, cell: PresentedCell, before: Shown): void {
  if (cell.id !== before.id) {
    element.id = cellId(cell.id);
    element.setAttribute('data-cell', cell.id);
  }
  if (cell.looks !== before.looks) element.className = `sheet-cell ${cell.looks}`;
  if (cell.text !== before.text && element.firstChild) element.firstChild.nodeValue = cell.text;
  mark(element, 'data-value', cell.dataValue, before.dataValue);
  mark(element, 'data-changed', cell.changed, before.changed);
  mark(element, 'data-suffix', cell.suffix, before.suffix);
  mark(element, 'title', cell.hint, before.hint);
  mark(element, 'aria-describedby', cell.described, before.described);
}

function mark(element: Element, name: string, value: string | undefined, before: string | undefined): void {
  if (value === before) return;
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function make(className: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
