/** 敏感性: which assumptions a result rests on most, and the result over any two of them. */
import { readNumber } from '../core/entry/number.ts';
import { printNumber } from '../core/entry/print-number.ts';
import { normalizeText } from '../core/formula/normalize.ts';
import { evenGrid } from '../core/analysis/sensitivity.ts';
import type { CellKey, IndicatorId, Year } from '../core/model/cell.ts';
import { shownNumber, storedNumber } from '../core/model/format.ts';
import type { TargetStatus } from '../core/model/view.ts';
import { assessTarget } from '../core/target/assess.ts';
import type { Analysis, Assumption, Tornado, TornadoBy } from './analysis.svelte.ts';
import type { ChosenResult } from './chosen-result.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The two sides of the table: its rows and its columns. */
export type Side = 'rows' | 'columns';

/** Numbers of an assumption, as typed. */
export interface Span {
  readonly low: string;
  readonly high: string;
  readonly count: string;
}

export interface TableSide {
  readonly assumption: Assumption;
  readonly span: Span;
  /** What of the span cannot be read or is out of order; the usual numbers then stand in its place. */
  readonly problem: keyof Span | undefined;
  /** In the stored unit of the assumption. */
  readonly values: readonly number[];
}

/** A number of the table; `status`: how the target of the year fares, where it is one of the level. */
export interface TableCell {
  readonly value: number | undefined;
  readonly status: TargetStatus | undefined;
}

export interface TwoWayTable {
  readonly rows: TableSide;
  readonly columns: TableSide;
  /** A line for each number of the rows. */
  readonly cells: readonly (readonly TableCell[])[];
}

/** More numbers than this make a table that nobody reads. */
const mostNumbers = 25;

/** Of the ends of a span, as they are shown. */
const spanDecimals = 4;

type Chosen = Readonly<Partial<Record<Side, CellKey>>>;
type Typed = Readonly<Partial<Record<Side, Partial<Span>>>>;

export class SensitivityDraft {
  readonly result: ChosenResult;
  readonly #workspace: Workspace;
  readonly #analysis: Analysis;
  #by = $state.raw<TornadoBy>('point');
  #chosen = $state.raw<Chosen>({});
  #typed = $state.raw<Typed>({});

  constructor(workspace: Workspace, analysis: Analysis, result: ChosenResult) {
    this.#workspace = workspace;
    this.#analysis = analysis;
    this.result = result;
  }

  get by(): TornadoBy {
    return this.#by;
  }

  /** What the result rests on, in sheet order. */
  readonly assumptions: readonly Assumption[] = $derived.by(() => this.#analysis.assumptions(this.result.cell));

  readonly tornado: Tornado = $derived.by(() => this.#analysis.tornado(this.result.cell, this.#by));

  /** `undefined` where the result rests on fewer than two assumptions. */
  readonly table: TwoWayTable | undefined = $derived.by(() => {
    const [first, second] = this.#usualPair();
    const rows = this.#side('rows', first);
    const columns = this.#side('columns', second);
    if (!rows || !columns || rows.assumption.cell === columns.assumption.cell) return undefined;
    const axis = ({ assumption: { cell }, values }: TableSide) => ({ cell, values });
    const numbers = this.#analysis.table(this.result.cell, axis(rows), axis(columns));
    return {
      rows,
      columns,
      cells: numbers.map((line) => line.map((value) => ({ value, status: this.#status(value) }))),
    };
  });

  /** Another result is asked about: the table begins anew. */
  ask(indicator: IndicatorId, year: Year): void {
    this.result.choose(indicator, year);
    this.#chosen = {};
    this.#typed = {};
  }

  moveBy(by: TornadoBy): void {
    this.#by = by;
  }

  /** Puts an assumption on a side of the table; the one that stood there changes places if it is on the other side. */
  choose(side: Side, cell: CellKey): void {
    const { table } = this;
    const other: Side = side === 'rows' ? 'columns' : 'rows';
    const isSwap = table?.[other].assumption.cell === cell;
    const stays = isSwap ? table?.[side].assumption.cell : table?.[other].assumption.cell;
    this.#chosen = { [side]: cell, ...(stays !== undefined && { [other]: stays }) };
    this.#typed = isSwap ? {} : { ...this.#typed, [side]: {} };
  }

  /** The low end, the high end or how many numbers there are on a side. */
  type(side: Side, part: keyof Span, text: string): void {
    this.#typed = { ...this.#typed, [side]: { ...this.#typed[side], [part]: text } };
  }

  /** The two with the widest swings, else the first two. */
  #usualPair(): readonly (CellKey | undefined)[] {
    const { bars } = this.#analysis.tornado(this.result.cell, 'point');
    const cells = new Set([...bars, ...this.assumptions].map(({ cell }) => cell));
    const others = [...cells].filter((cell) => cell !== this.#chosen.rows && cell !== this.#chosen.columns);
    const rows = this.#chosen.rows ?? others.shift();
    return [rows, this.#chosen.columns ?? others.shift()];
  }

  #side(side: Side, cell: CellKey | undefined): TableSide | undefined {
    const assumption = this.assumptions.find((one) => one.cell === cell);
    const usual = cell && this.#analysis.axis(cell)?.values;
    if (!assumption || !usual) return undefined;
    // What is not touched is shown short and taken exactly.
    const { format } = assumption;
    const print = (value = assumption.present): string =>
      printNumber(storedNumber(Number(shownNumber(value, format).toFixed(spanDecimals)), format), format);
    const span: Span = {
      low: print(usual[0]),
      high: print(usual.at(-1)),
      count: String(usual.length),
      ...this.#typed[side],
    };
    if (!this.#typed[side]) return { assumption, span, problem: undefined, values: usual };
    const low = span.low === print(usual[0]) ? usual[0] : this.#read(assumption, span.low);
    const high = span.high === print(usual.at(-1)) ? usual.at(-1) : this.#read(assumption, span.high);
    const count = Number(span.count);
    const problem = this.#problemOf(low, high, count);
    const values = problem || low === undefined || high === undefined ? usual : evenGrid(low, high, count);
    return { assumption, span, problem, values };
  }

  #problemOf(low: number | undefined, high: number | undefined, count: number): keyof Span | undefined {
    if (low === undefined) return 'low';
    if (high === undefined || high <= low) return 'high';
    return Number.isInteger(count) && count >= 2 && count <= mostNumbers ? undefined : 'count';
  }

  #read({ format, row }: Assumption, text: string): number | undefined {
    const number = readNumber(normalizeText(text), { format, unit: row.indicator.unit });
    return number.ok ? number.value : undefined;
  }

  #status(value: number | undefined): TargetStatus | undefined {
    const { indicator, year } = this.result;
    const target = this.#workspace.target(indicator, year);
    if (!target || (target.measure ?? 'level') !== 'level') return undefined;
    return assessTarget(target.comparison, value, this.#workspace.indicator(indicator).indicator.better).status;
  }
}
