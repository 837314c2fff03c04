/** What one grid cell shows, before words and number marks are chosen. */
import type { CellKey } from './cell.ts';
import type { Comparison, Measure } from './dataset.ts';
import type { CellValue } from './input.ts';

/**
 * How a stored number is shown. `shift`: places the point moves (2 for per cent: 0.021 → 2.1).
 * `mark`: what follows it in running text; a grid column of its own unit leaves it out.
 */
export interface NumberFormat {
  readonly decimals: number;
  readonly shift: 0 | 2;
  readonly mark: 'none' | 'percent' | 'points';
}

export type TargetStatus = 'met' | 'thin' | 'missed' | 'unknown';

interface CellViewBase {
  /** The page's `data-cell`. */
  readonly id: string;
  /** The cell that an entry here goes into; absent where nothing can be entered. */
  readonly key?: CellKey;
  /** This scenario changed it. */
  readonly changed: boolean;
}

export type CellView =
  | (CellViewBase & {
      readonly kind: 'value';
      readonly value: CellValue;
      readonly format: NumberFormat;
      /** A person or the report gave it, or a formula did. */
      readonly source: 'typed' | 'calculated' | 'blank';
      readonly held: boolean;
      /** An assumption that is a range; the number is its middle. */
      readonly isRange?: true;
    })
  | (CellViewBase & { readonly kind: 'label'; readonly text: string })
  /** The growth cell of a row that takes none: its path is a formula, or holds. */
  | (CellViewBase & { readonly kind: 'noGrowth'; readonly path: string })
  | (CellViewBase & {
      readonly kind: 'target';
      readonly comparison: Comparison;
      /** What is measured; absent for the level. */
      readonly measure?: Measure;
      readonly format: NumberFormat;
    })
  /** `gap`: how far short in the stored unit, ≤ 0 when met. */
  | (CellViewBase & {
      readonly kind: 'gap';
      readonly status: TargetStatus;
      readonly gap?: number;
      readonly format: NumberFormat;
    })
  | (CellViewBase & {
      readonly kind: 'path';
      readonly values: readonly (number | undefined)[];
      readonly target?: number;
    })
  | (CellViewBase & { readonly kind: 'empty' });
