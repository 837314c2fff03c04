/** A column as wide as its widest text, for a double click on its border. */
import { cellText, headerLines, type TextContext } from './cell-text.ts';
import type { GridSession } from './session.svelte.ts';
import { estimateWidth } from './text-width.ts';

/** Padding on both sides, room for the mark of a pill or a lock, and the border. */
const room = { plain: 20, pill: 34 };

/** Sets the width; of a drawn column, that of its title. */
export function fitColumn(session: GridSession, id: string, context: TextContext): void {
  const { sheet, planner } = session;
  const column = sheet.columns.find((found) => found.id === id);
  if (!column) return;
  const titles = headerLines(column, context.words.header).map((line) => estimateWidth(line, 12));
  const texts = [...sheet.rows].map(({ row }) => {
    if (row.kind === 'heading') return 0;
    const view = planner.workspace.cell(row.indicator, column);
    const { indicator } = planner.workspace.indicator(row.indicator);
    if (view.kind === 'path') return 66;
    if (sheet.showFormulas && view.kind === 'value' && view.key) {
      return estimateWidth(planner.workspace.entryText(view.key), 13);
    }
    return estimateWidth(cellText(view, indicator, column, context), 13);
  });
  const widest = [...titles, ...texts].reduce((most, width) => Math.max(most, width), 0);
  sheet.resize(id, widest + (column.role === 'gap' ? room.pill : room.plain));
}
