/** The page's `data-value`: what a script reads, at full precision and without marks. */
import { shownNumber } from '../../core/model/format.ts';
import type { CellView } from '../../core/model/view.ts';

/** Numbers in the row's shown unit (`2.1` for 2.1 %), the error code for an error, text as it is, and nothing for a blank. */
export function dataValue(view: CellView): string {
  switch (view.kind) {
    case 'value':
      switch (view.value.kind) {
        case 'number':
          return String(shownNumber(view.value.value, view.format));
        case 'error':
          return view.value.error.code;
        case 'text':
          return view.value.text;
        case 'blank':
          return '';
      }
      break;
    case 'label':
      return view.text;
    case 'target': {
      const { comparison } = view;
      const stated = comparison.op === 'between' ? comparison.low : comparison.value;
      return String(shownNumber(stated, view.format));
    }
    case 'gap':
      return view.gap === undefined ? '' : String(shownNumber(view.gap, view.format));
    case 'noGrowth':
    case 'path':
    case 'empty':
      return '';
  }
}

/** The text of a cell for another program: at full precision, with the per cent sign that makes Excel read it as one. */
export function exportedText(view: CellView): string {
  if (view.kind === 'value' && view.value.kind === 'number' && view.format.mark === 'percent') {
    return `${shownNumber(view.value.value, view.format)}%`;
  }
  return dataValue(view);
}
