/** The clipboard's text forms belong to the edge of the app and are handed in; this is their shape. */

/** A cell on the clipboard: `text` for other programs, `entry` for ourselves. */
export interface ClipboardCell {
  readonly text: string;
  readonly entry: string;
}

/** Both forms in which a table lies on the clipboard; `html` is empty where there is none or only values are wanted. */
export interface ClipboardText {
  readonly plain: string;
  readonly html: string;
}

export interface ClipboardCodec {
  encode(cells: readonly (readonly ClipboardCell[])[]): ClipboardText;
  decode(plain: string, html: string): readonly (readonly ClipboardCell[])[];
}
