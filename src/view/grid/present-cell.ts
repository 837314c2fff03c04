/**
 * Everything a drawn cell needs, worked out in one go. Hundreds of cells come into sight with each turn of the wheel, so a cell
 * is one derived value and one element with few parts rather than a value and a branch per mark.
 */
import type { CellKey } from '../../core/model/cell.ts';
import type { Indicator } from '../../core/model/dataset.ts';
import type { SheetColumn } from '../../core/model/sheet.ts';
import type { CellView } from '../../core/model/view.ts';
import type { Messages } from '../../i18n/messages.ts';
import { describeCellError } from '../format/error-words.ts';
import { cellText, statusHint, statusMarks, type TextContext } from './cell-text.ts';
import { markIds } from './cell-id.ts';
import { dataValue } from './cell-value.ts';

export interface PresentedCell {
  readonly id: string;
  readonly text: string;
  readonly dataValue: string;
  /** Classes for colour and place. */
  readonly looks: string;
  /** Classes of the text itself: a pill has a ground of its own. */
  readonly textLooks: string;
  readonly changed: 'true' | undefined;
  /** What the number counts, where that is not the column's own unit. */
  readonly suffix: string | undefined;
  /** The full name, or the sentence about an error or a status. */
  readonly hint: string | undefined;
  /** Ids of the elements that say in words what the marks mean, for a screen reader. */
  readonly described: string | undefined;
  readonly path: { readonly values: readonly (number | undefined)[]; readonly target: number | undefined } | undefined;
}

export interface PresentContext extends TextContext {
  readonly errors: Messages['error'];
  readonly label: (key: CellKey) => string;
  /** What was put into a cell, where formulas are shown in the place of values. */
  readonly entryText: ((key: CellKey) => string) | undefined;
}

export function presentCell(
  view: CellView,
  indicator: Indicator,
  column: SheetColumn,
  context: PresentContext,
): PresentedCell {
  const { words } = context;
  const entry = view.kind === 'value' && view.key ? context.entryText?.(view.key) : undefined;
  const plain = entry ?? cellText(view, indicator, column, context);
  const isPoints = view.kind === 'value' && column.role === 'growth' && view.format.mark === 'points';
  const held = view.kind === 'value' && view.held;
  const error = view.kind === 'value' && view.value.kind === 'error' ? view.value.error : undefined;
  const marks = [view.changed ? markIds.changed : '', held ? markIds.held : ''].filter((mark) => mark !== '');
  return {
    id: view.id,
    text: view.kind === 'gap' ? `${statusMarks[view.status]} ${plain}` : plain,
    dataValue: dataValue(view),
    looks: [
      column.role,
      view.kind === 'value' ? view.source : '',
      view.changed ? 'changed' : '',
      held ? 'held' : '',
      error ? 'error' : '',
      entry === undefined ? '' : 'entry',
    ].join(' '),
    textLooks: view.kind === 'gap' ? `pill ${view.status}` : 'text',
    changed: view.changed ? 'true' : undefined,
    suffix: isPoints && plain !== '' ? words.growthUnit.points : undefined,
    hint: error
      ? describeCellError(error, view.key, context.errors, context.label)
      : view.kind === 'gap'
        ? statusHint(view, context)
        : column.role === 'name'
          ? indicator.label[context.language]
          : undefined,
    described: marks.length > 0 ? marks.join(' ') : undefined,
    path: view.kind === 'path' ? { values: view.values, target: view.target } : undefined,
  };
}
