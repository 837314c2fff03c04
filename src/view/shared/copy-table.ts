/** Putting a table on the clipboard without asking for a permission. */

export interface CopiedTable {
  readonly plain: string;
  readonly html: string;
}

/**
 * Call it from a click. The clipboard's own interface is there only on a page served with TLS or from this machine; elsewhere
 * the browser's copy command is made to carry the table. Whether it was copied.
 */
export async function copyTable(table: CopiedTable): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([table.plain], { type: 'text/plain' }),
        'text/html': new Blob([table.html], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return copyByCommand(table);
  }
}

/** Answers a copy event with the table instead of what is selected. */
export function answerCopy(event: ClipboardEvent, { plain, html }: CopiedTable): void {
  event.clipboardData?.setData('text/plain', plain);
  event.clipboardData?.setData('text/html', html);
  event.preventDefault();
}

/** The type library calls the command deprecated, so it is reached by name; no other way works without TLS. */
function copyByCommand(table: CopiedTable): boolean {
  const answer = (event: ClipboardEvent): void => {
    event.stopPropagation();
    answerCopy(event, table);
  };
  document.addEventListener('copy', answer, { capture: true, once: true });
  try {
    const run: unknown = Reflect.get(document, 'execCommand');
    return typeof run === 'function' && Reflect.apply(run, document, ['copy']) === true;
  } finally {
    document.removeEventListener('copy', answer, { capture: true });
  }
}
