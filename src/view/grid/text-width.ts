/** Rough widths of text in pixels, where asking the browser would force a layout on every key. */

/** Chinese and full-width characters are about as wide as the type is high, the rest a little over half. */
export function estimateWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 1
      : 0.58;
  return Math.ceil(width * fontSize);
}

/** Numbers alone: tabular figures are all of one width, and commas and points of half of it. */
export function figuresWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += character === ',' || character === '.' ? 0.3 : 0.57;
  return Math.ceil(width * fontSize);
}
