/** Putting a text on the clipboard without asking for a permission. */

/**
 * Call it soon after a click. The clipboard's own interface is there only on a page served with TLS or from this machine;
 * elsewhere the browser's copy command copies what is selected in `field`, which holds the text. Whether it was copied.
 */
export async function copyText(text: string, field?: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return field ? copySelected(field) : false;
  }
}

/** The type library calls the command deprecated, so it is reached by name; no other way works without TLS. */
function copySelected(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  const run: unknown = Reflect.get(document, 'execCommand');
  return typeof run === 'function' && Reflect.apply(run, document, ['copy']) === true;
}
