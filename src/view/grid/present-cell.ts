/**
 * Everything a drawn cell needs, worked out in one go. Hundreds of cells come into sight with each turn of the wheel, so a cell
 * is one derived value and one element with few parts rather than a value and a branch per mark.
 */
import type { CellKey, IndicatorId } from '../../core/model/cell.ts';
import type { Indicator } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { CellError } from '../../core/model/input.ts';
import type { CellView } from '../../core/model/view.ts';
import { formatToFit } from '../format/number.ts';
import { cellText, statusMarks, type Gap, type TextContext } from './cell-text.ts';
import { markIds } from './cell-id.ts';
import { dataValue } from './cell-value.ts';
import { CELL_PADDING } from './column-widths.ts';
import { PATH_WIDTH } from './geometry.ts';
import { figuresWidth, surelyFits } from './text-width.ts';

export interface PresentedCell {
  readonly id: string;
  readonly text: string;
  readonly dataValue: string;
  /** Classes for colour and place. */
  readonly looks: string;
  readonly changed: 'true' | undefined;
  /** What the number counts, where that is not the column's own unit. */
  readonly suffix: string | undefined;
  /** The full name, or the sentence about an error or a status. */
  readonly hint: string | undefined;
  /** Ids of the elements that say in words what the marks mean, for a screen reader. */
  readonly described: string | undefined;
  /** What is drawn in it. */
  readonly path: DrawnPath | undefined;
}

export type DrawnPath = Extract<CellView, { kind: 'path' }>;

export interface PresentContext extends TextContext {
  /** How a target fares, in a sentence. The words for it come a moment after the sheet. */
  readonly describeStatus: ((gap: Gap) => string) | undefined;
  /** Why the cell `own` holds an error; comes a moment after the sheet as well. */
  readonly describeError: ((error: CellError, own: CellKey | undefined) => string) | undefined;
  /** What was put into a cell, where formulas are shown in the place of values. */
  readonly entryText: ((key: CellKey) => string) | undefined;
  /** The range of an assumption, as typed. */
  readonly rangeText: (key: CellKey) => string | undefined;
  /** How many decimals a person wants to see in a row; `undefined` leaves it to the unit. */
  readonly decimals: (indicator: IndicatorId) => number | undefined;
}

/** `width`: of the column, in pixels; a number that has no room in it gives up decimals. */
export function presentCell(
  given: CellView,
  indicator: Indicator,
  column: SheetColumn,
  context: PresentContext,
  width = Infinity,
): PresentedCell {
  const { words } = context;
  const view = withDecimals(given, column, context.decimals(indicator.id));
  const entry = view.kind === 'value' && view.key ? context.entryText?.(view.key) : undefined;
  const whole = cellText(view, indicator, column, context);
  const plain = entry ?? fitted(whole, view, context, width);
  const isPoints = view.kind === 'value' && column.role === 'growth' && view.format.mark === 'points';
  const held = view.kind === 'value' && view.held;
  const text = view.kind === 'gap' ? `${statusMarks[view.status]} ${plain}` : plain;
  const suffix = isPoints && plain !== '' ? words.growthUnit.points : undefined;
  const isRange = view.kind === 'value' && view.isRange === true;
  const range = isRange && view.key ? context.rangeText(view.key) : undefined;
  const error = view.kind === 'value' && view.value.kind === 'error' ? view.value.error : undefined;
  const marks = [view.changed && markIds.changed, held && markIds.held, isRange && markIds.range].filter(
    (mark) => mark !== false,
  );
  return {
    id: view.id,
    text,
    dataValue: dataValue(view),
    looks: [
      column.role,
      view.kind === 'value' && view.source,
      view.kind === 'gap' && `pill ${view.status}`,
      view.changed && 'changed',
      held && 'held',
      isRange && 'range',
      error && 'error',
      entry !== undefined && 'entry',
      isTight(view, suffix === undefined ? text : `${text} ${suffix}`, column, width) && 'cut',
    ]
      .filter(Boolean)
      .join(' '),
    changed: view.changed ? 'true' : undefined,
    suffix,
    hint: error
      ? context.describeError?.(error, view.key)
      : range !== undefined
        ? words.rangeHint(range)
        : view.kind === 'gap'
          ? context.describeStatus?.(view)
          : column.role === 'name'
            ? indicator.label[context.language]
            : column.role === 'unit'
              ? indicator.unit.label[context.language]
              : entry !== undefined || (plain === whole && !(view.kind === 'target' && view.measure))
                ? undefined
                : whole,
    described: marks.length > 0 ? marks.join(' ') : undefined,
    path: view.kind === 'path' ? view : undefined,
  };
}

/** The decimals a person chose hold for what is counted in the row's own unit, not for its rates of growth. */
function withDecimals(view: CellView, { role }: SheetColumn, decimals: number | undefined): CellView {
  const inUnit = view.kind === 'gap' || (view.kind === 'value' && (role === 'base' || role === 'year'));
  return decimals === undefined || !inUnit ? view : { ...view, format: { ...view.format, decimals } };
}

const size = 13;
const pillSize = 12;
/** Of a pill, its margin as well. */
const padding: Partial<Record<SheetColumn['role'], number>> = { name: 16, unit: 4, gap: 12 };

/**
 * Whether the cell may be too narrow for what it shows, and has to be cut off. The browser keeps a clip for every cell that is: with
 * 500 of them a frame of scrolling took 11.2 ms and not 8.2.
 */
function isTight(view: CellView, whole: string, { role }: SheetColumn, width: number): boolean {
  const room = width - (padding[role] ?? CELL_PADDING);
  if (view.kind === 'path') return room < PATH_WIDTH;
  return (view.kind === 'value' && view.held) || !surelyFits(whole, view.kind === 'gap' ? pillSize : size, room);
}

function fitted(whole: string, view: CellView, { language }: PresentContext, width: number): string {
  if (view.kind !== 'value' || view.value.kind !== 'number') return whole;
  const fits = (text: string): boolean => figuresWidth(text, size) <= width - CELL_PADDING;
  return fits(whole) ? whole : formatToFit(view.value.value, view.format, language, fits);
}
