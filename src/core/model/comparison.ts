/** What the comparison board shows: scenarios side by side, the reference first. Numbers and codes; words are the view's. */
import type { Column, SettingName, Year } from './cell.ts';
import type { Goal, Indicator } from './dataset.ts';
import type { CellInput, CellValue } from './input.ts';
import type { NumberFormat, TargetStatus } from './view.ts';

/** How far a number is from the reference's. */
export interface Difference {
  /** In the cell's stored unit. Exactly 0 where only calculating with doubles made a difference. */
  readonly absolute: number;
  /** A fraction of the reference. Absent where that is zero, and for rates and ranks, of which a share says nothing. */
  readonly relative?: number;
  /** Whether it is an improvement. Absent where the indicator has no better direction, for an assumption, and for no difference. */
  readonly better?: boolean;
}

/** One scenario's assumption in a cell that takes input. */
export interface AssumptionCell {
  readonly input?: CellInput;
  readonly value: CellValue;
  /** How its number is shown; absent where the cell takes none, as the growth of a row that is held level. */
  readonly format?: NumberFormat;
  /** The entry as it could be typed again; empty for a blank. */
  readonly entry: string;
  /** The kind of the row's path, such as `compound` or `target-linear`: what a growth means, and what a blank one means. */
  readonly path: string;
  /** The scenario has its own entry here. */
  readonly changed: boolean;
  /** Otherwise than the reference, not counting formulas that a path wrote. */
  readonly differs: boolean;
  readonly difference?: Difference;
}

export interface AssumptionRow {
  readonly indicator: Indicator;
  readonly column: Column;
  /** In the order of the scenarios. */
  readonly cells: readonly AssumptionCell[];
}

/** What one scenario chose for itself as a whole. */
export interface SettingCell {
  /** As stored; absent where it is as it goes without saying. */
  readonly text?: string;
  /** Otherwise than the reference. */
  readonly differs: boolean;
}

export interface SettingRow {
  readonly name: SettingName;
  /** In the order of the scenarios. */
  readonly cells: readonly SettingCell[];
}

/** One scenario's result in a year. */
export interface ResultCell {
  readonly value: CellValue;
  /** The scenario has its own entry here. */
  readonly changed: boolean;
  readonly status?: TargetStatus;
  /** How far short in the stored unit, ≤ 0 when met; absent without a target or a number. */
  readonly gap?: number;
  /** Another value than the reference's: a number by more than calculating adds, or one of the two is blank or an error. */
  readonly differs: boolean;
  readonly difference?: Difference;
  /** `won`: meets a target that the reference does not. `lost`: the other way round. */
  readonly turn?: 'won' | 'lost';
}

export interface ResultRow {
  readonly indicator: Indicator;
  readonly year: Year;
  readonly format: NumberFormat;
  readonly target?: Pick<Goal, 'measure' | 'comparison'>;
  /** In the order of the scenarios. */
  readonly cells: readonly ResultCell[];
}

/** A target that turned. */
export interface Turn {
  readonly indicator: Indicator;
  readonly year: Year;
}

/** How a scenario's targets fare, all target years together. */
export interface TargetSummary {
  readonly met: number;
  readonly withTarget: number;
  /** Against the reference, in sheet order. */
  readonly won: readonly Turn[];
  readonly lost: readonly Turn[];
}

export interface ComparisonTable {
  readonly settings: readonly SettingRow[];
  readonly assumptions: readonly AssumptionRow[];
  readonly results: readonly { readonly year: Year; readonly rows: readonly ResultRow[] }[];
  /** In the order of the scenarios. */
  readonly summaries: readonly TargetSummary[];
}

/** A line of the board as it stands on screen. `id` is unique on the board. */
export type ComparisonLine =
  /** `year`: of the results. `rows`: how many stand below it, folded or not. */
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly of: 'settings' | 'assumptions' | 'results';
      readonly year?: Year;
      readonly rows: number;
      readonly folded: boolean;
    }
  | { readonly kind: 'chapter'; readonly id: string; readonly chapter: string }
  | { readonly kind: 'setting'; readonly id: string; readonly row: SettingRow }
  | { readonly kind: 'assumption'; readonly id: string; readonly row: AssumptionRow }
  | { readonly kind: 'result'; readonly id: string; readonly row: ResultRow };
