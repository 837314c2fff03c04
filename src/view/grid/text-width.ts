/** Rough widths of text in pixels, where asking the browser would force a layout on every key. */

const usual = 0.58;
const generous = 0.67;

/** Chinese and full-width characters are about as wide as the type is high, the rest, `narrow`, a little over half. */
export function estimateWidth(text: string, fontSize: number, narrow = usual): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 1
      : narrow;
  return Math.ceil(width * fontSize);
}

/** Numbers alone: tabular figures are all of one width, and commas and points of half of it. */
export function figuresWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += character === ',' || character === '.' ? 0.3 : 0.57;
  return Math.ceil(width * fontSize);
}

/** Whether it has room in so many pixels for certain, or as good as. */
export function surelyFits(text: string, fontSize: number, room: number): boolean {
  if (text.length * fontSize <= room) return true;
  const width = /[^\d.,<>≥≤−-]/.test(text) ? estimateWidth(text, fontSize, generous) : figuresWidth(text, fontSize);
  return width <= room;
}
