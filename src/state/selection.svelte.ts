/**
 * Where the person is in the sheet: the active cell, the selected range, and what the keys mean there.
 * Places are a sheet row (from 1) and a column id, so they stay right while rows are folded away or filtered.
 */

/** A place in the sheet. A heading is a place too: that is where a folded chapter is opened again. */
export interface CellPlace {
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** Id of a sheet column: `2023`, `growth`, `name`, … */
  readonly column: string;
}

/** The two opposite corners of a selected block. */
export interface CellRange {
  /** Where the selecting began. */
  readonly anchor: CellPlace;
  /** Where it has got to. */
  readonly head: CellPlace;
}

/** `ready`: keys move. `enter`: typing replaces, arrows commit. `edit`: arrows move the caret. `point`: arrows pick references. */
export type GridMode = 'ready' | 'enter' | 'edit' | 'point';

/** The reference being picked: the cells, and the part of the draft that its text takes up. */
export interface Pointing {
  readonly range: CellRange;
  readonly start: number;
  readonly end: number;
  /** The mode that picking began in, and goes back to. */
  readonly from: 'enter' | 'edit';
}

/** The text being written, before it is committed. */
export interface Draft {
  readonly text: string;
  /** Where the caret stands, an index into the text. */
  readonly caret: number;
}

const emptyDraft: Draft = { text: '', caret: 0 };

export class Selection {
  #active = $state.raw<CellPlace>({ row: 2, column: 'name' });
  #range = $state.raw<CellRange>({ anchor: { row: 2, column: 'name' }, head: { row: 2, column: 'name' } });
  #mode = $state.raw<GridMode>('ready');
  #draft = $state.raw(emptyDraft);
  #pointing = $state.raw<Pointing>();
  #tabColumn = $state.raw<string>();

  constructor(start?: CellPlace) {
    if (start) this.moveTo(start);
  }

  get active(): CellPlace {
    return this.#active;
  }
  get range(): CellRange {
    return this.#range;
  }
  get mode(): GridMode {
    return this.#mode;
  }
  get draft(): Draft {
    return this.#draft;
  }
  get pointing(): Pointing | undefined {
    return this.#pointing;
  }
  /** The column in which the present run of Tabs began; Enter goes back to it. */
  get tabColumn(): string | undefined {
    return this.#tabColumn;
  }

  readonly isEditing: boolean = $derived.by(() => this.#mode !== 'ready');
  readonly isSingle: boolean = $derived.by(() => samePlace(this.#range.anchor, this.#range.head));

  /** Selects one cell. A draft that was not committed is gone, so commit first. */
  moveTo(place: CellPlace): void {
    this.#active = place;
    this.#range = { anchor: place, head: place };
    this.#tabColumn = undefined;
    this.endEditing();
  }

  /** One cell further in a run of Tabs, which remembers where it began. */
  tabTo(place: CellPlace): void {
    const began = this.#tabColumn ?? this.#active.column;
    this.moveTo(place);
    this.#tabColumn = began;
  }

  /** Selects a block; its anchor becomes the active cell. */
  select(range: CellRange): void {
    this.moveTo(range.anchor);
    this.#range = range;
  }

  /** Stretches the selected block; the active cell stays. */
  extendTo(head: CellPlace): void {
    this.#range = { anchor: this.#range.anchor, head };
  }

  /** Another active cell inside the selected block, which stays as it is. */
  walkTo(place: CellPlace): void {
    this.#active = place;
    this.endEditing();
  }

  /** Typing begins: what was in the cell is to be replaced. */
  beginEnter(text: string, caret = text.length): void {
    this.#mode = 'enter';
    this.#draft = { text, caret };
    this.#pointing = undefined;
  }

  /** What is in the cell is to be changed. */
  beginEdit(text: string, caret = text.length): void {
    this.#mode = 'edit';
    this.#draft = { text, caret };
    this.#pointing = undefined;
  }

  /** The text or the caret changed by hand, which ends the picking of a reference. */
  write(text: string, caret: number): void {
    if (this.#mode === 'ready' || (text === this.#draft.text && caret === this.#draft.caret)) return;
    if (this.#pointing && (text !== this.#draft.text || caret !== this.#pointing.end)) this.#stopPointing();
    this.#draft = { text, caret };
  }

  /** F2: arrows move the caret, or (in a formula) pick cells again. */
  toggleEdit(): void {
    if (this.#mode === 'ready') return;
    const next = this.#mode === 'edit' ? 'enter' : 'edit';
    this.#pointing = undefined;
    this.#mode = next;
  }

  /** A reference is picked, and its text stands in the draft from `pointing.start` to `pointing.end`. */
  point(pointing: Pointing, text: string): void {
    this.#mode = 'point';
    this.#pointing = pointing;
    this.#draft = { text, caret: pointing.end };
  }

  endEditing(): void {
    this.#mode = 'ready';
    this.#draft = emptyDraft;
    this.#pointing = undefined;
  }

  #stopPointing(): void {
    this.#mode = this.#pointing?.from ?? 'enter';
    this.#pointing = undefined;
  }
}

export function samePlace(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column;
}
