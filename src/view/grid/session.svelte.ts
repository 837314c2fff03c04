/** What the sheet, the formula bar and the name box share while a person works: made once by the page frame. */
import type { CellKey, IndicatorId } from '../../core/model/cell.ts';
import type { CellError } from '../../core/model/input.ts';
import type { EntryError } from '../../core/entry/parse-entry.ts';
import type { OpenPlan } from '../../state/context.ts';
import type { CellAddress } from '../../state/find-cell.ts';
import type { IdentityGuard } from '../../state/identity-guard.svelte.ts';
import type { CellPlace } from '../../state/selection.svelte.ts';
import { ToCome } from '../../state/to-come.svelte.ts';
import type { CompletionList } from './completion-list.svelte.ts';
import type { Block, Hit } from './geometry.ts';
import type { Gesture } from './gesture.ts';
import type { RareAction } from './keymap.ts';
import type { PresentedCell } from './present-cell.ts';
import type { DrawPath } from './row-cells.ts';
import type { RowSuggestion } from './row-suggestions.ts';
import { SheetView, type PlacedCell } from './sheet-view.svelte.ts';
import type { Gap } from './cell-text.ts';
import type { ClipboardText } from './clipboard-codec.ts';

/** What happened, for the page to word and show. */
export type GridMessage =
  | { readonly kind: 'noSuchCell'; readonly text: string }
  | { readonly kind: 'pasted'; readonly cells: number; readonly unreadable: number; readonly skipped: number }
  | { readonly kind: 'tooMany'; readonly cells: number; readonly limit: number }
  | {
      readonly kind: 'traced';
      readonly to: 'precedents' | 'dependents';
      readonly count: number;
      readonly place: string;
    }
  | { readonly kind: 'usePasteKeys' | 'nothingPasted' | 'readOnly' | 'copyFailed' | 'cannotPoint' | 'nothingToSum' }
  | { readonly kind: 'growthWritten' | 'noGrowthNeeded' };

/** What the grid asks of the page around it. */
export interface GridHooks {
  readonly onmessage: (message: GridMessage) => void;
  readonly onsave: () => void;
}

/** What can be done to the sheet besides writing and moving about. Its code comes a moment after the sheet. */
export interface GridHands {
  readonly completion: CompletionList;
  /** The rows that a text in the name box may be the beginning of, best first. */
  readonly suggest: (text: string) => readonly RowSuggestion[];
  /** The cell that a text in the name box means. */
  readonly resolve: (text: string) => CellAddress | undefined;
  readonly drawPath: DrawPath;
  /** Puts the selected cells on the clipboard of an event, which takes them only as long as it lasts. */
  readonly copy: (data: DataTransfer, cut: boolean) => void;
  readonly paste: (text: ClipboardText) => void;
  readonly perform: (action: RareAction) => void;
  /** Picks a cell into the formula being written, or with `extend` the range up to it. */
  readonly pointAt: (place: CellPlace, extend: boolean) => void;
  /** The pointer moved while a gesture is going on. */
  readonly drag: (gesture: Gesture, event: MouseEvent, hit: Hit) => void;
  readonly drop: (gesture: Gesture) => void;
  readonly fillDown: (source: Block) => void;
  readonly fitColumn: (id: string) => void;
  readonly describeStatus: (gap: Gap) => string;
  /** Where the scenario breaks what is true by definition. */
  readonly guard: IdentityGuard;
  /** In which years a row is on a side of what is broken, in a sentence; `undefined` where all of it holds. */
  readonly describeBroken: (indicator: IndicatorId) => string | undefined;
  /** A row's name, with the mark of what is broken. */
  readonly presentName: (indicator: IndicatorId, name: PresentedCell) => PresentedCell;
  /** Why a cell shows an error, in a sentence. `own`: the cell. */
  readonly describeError: (error: CellError, own: CellKey | undefined) => string;
}

/** Where the draft is being written. */
export type Surface = 'cell' | 'bar';

export class GridSession {
  readonly planner: OpenPlan;
  readonly hooks: GridHooks;
  readonly sheet: SheetView;
  readonly hands = new ToCome<GridHands>();
  /** The field that finds rows, beside the sheet. */
  readonly search = new ToCome<HTMLInputElement>();
  /** The next paste takes values only: Ctrl+Shift+V was pressed. */
  valuesOnly = false;
  #surface = $state.raw<Surface>('cell');
  #problem = $state.raw<EntryError>();
  #menuAt = $state.raw<{ readonly left: number; readonly top: number }>();
  #formatting = $state.raw<readonly IndicatorId[]>();
  #fillTo = $state.raw<Block>();
  #cut = $state.raw<CutCells>();
  #field: HTMLInputElement | undefined;
  #nameBox: HTMLInputElement | undefined;

  constructor(planner: OpenPlan, hooks: GridHooks) {
    this.planner = planner;
    this.hooks = hooks;
    this.sheet = new SheetView(planner);
  }

  /** The names that could complete what is being typed. */
  get completion(): CompletionList | undefined {
    return this.hands.current?.completion;
  }
  get surface(): Surface {
    return this.#surface;
  }
  /** Why the draft cannot be committed. */
  get problem(): EntryError | undefined {
    return this.#problem;
  }
  /** Where the menu is open, in pixels of the window. */
  get menuAt(): { readonly left: number; readonly top: number } | undefined {
    return this.#menuAt;
  }
  /** The rows whose number format is being chosen. */
  get formatting(): readonly IndicatorId[] | undefined {
    return this.#formatting;
  }
  /** The block that a fill being dragged would reach. */
  get fillTo(): Block | undefined {
    return this.#fillTo;
  }
  /** What was cut and waits to be pasted. */
  get cut(): CutCells | undefined {
    return this.#cut;
  }

  readonly activeCell: PlacedCell | undefined = $derived.by(() =>
    this.sheet.cellAtPlace(this.planner.selection.active),
  );
  readonly selectedBlock: Block = $derived.by(() => this.sheet.block(this.planner.selection.range));

  /** The active cell's stored address, where something can be entered. */
  get activeKey(): CellKey | undefined {
    const cell = this.activeCell;
    return cell && isEnterable(cell) ? cell.key : undefined;
  }

  /** Keys of the selected cells that take an entry. */
  selectedKeys(): readonly CellKey[] {
    return this.sheet
      .cellsIn(this.selectedBlock)
      .flat()
      .flatMap((cell) => (isEnterable(cell) && cell.key ? [cell.key] : []));
  }

  /** The text field over the active cell, which holds the focus whenever the grid has it. */
  attachField(field: HTMLInputElement | undefined): void {
    this.#field = field;
  }
  attachNameBox(field: HTMLInputElement | undefined): void {
    this.#nameBox = field;
  }

  focusGrid(): void {
    this.#surface = 'cell';
    this.#field?.focus({ preventScroll: true });
  }
  focusNameBox(): void {
    this.#nameBox?.focus();
    this.#nameBox?.select();
  }

  /** Where the field over the active cell is on the screen, for a menu opened by key. */
  fieldCorner(): { readonly left: number; readonly top: number } {
    const box = this.#field?.getBoundingClientRect();
    return { left: box?.left ?? 0, top: box?.bottom ?? 0 };
  }

  /** Copies or cuts as the keys do: the browser sends its event to the field. `false` if it would not. */
  commandClipboard(command: 'copy' | 'cut'): boolean {
    this.focusGrid();
    return runClipboardCommand(command);
  }

  writeIn(surface: Surface): void {
    this.#surface = surface;
  }
  showProblem(problem: EntryError | undefined): void {
    this.#problem = problem;
  }
  openMenu(at: { readonly left: number; readonly top: number } | undefined): void {
    this.#menuAt = at;
  }
  formatRows(rows: readonly IndicatorId[] | undefined): void {
    this.#formatting = rows;
  }
  previewFill(block: Block | undefined): void {
    this.#fillTo = block;
  }
  markCut(cut: CutCells | undefined): void {
    this.#cut = cut;
  }
}

export interface CutCells {
  readonly block: Block;
  readonly keys: readonly CellKey[];
  /** What went to the clipboard, to know it again when pasted. */
  readonly plain: string;
}

/** A growth path is chosen, not typed: its text is no entry. */
export function isEnterable({ key, column }: PlacedCell): boolean {
  return key !== undefined && column.role !== 'path';
}

/**
 * The one way to copy from a menu that asks for no permission and also works where the page is served without TLS.
 * The type library calls it deprecated, so it is reached by name; where it is gone, the menu says which keys to press.
 */
function runClipboardCommand(command: 'copy' | 'cut'): boolean {
  const run: unknown = Reflect.get(document, 'execCommand');
  return typeof run === 'function' && Reflect.apply(run, document, [command]) === true;
}
