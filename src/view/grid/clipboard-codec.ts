/** The clipboard's text forms belong to the edge of the app and are handed in; this is their shape. */

/** A cell on the clipboard: `text` for other programs, `entry` for ourselves. */
export interface ClipboardCell {
  readonly text: string;
  readonly entry: string;
}

export interface ClipboardCodec {
  encode(cells: readonly (readonly ClipboardCell[])[]): { readonly plain: string; readonly html: string };
  decode(plain: string, html: string): readonly (readonly ClipboardCell[])[];
}
