/** Pure questions and changes to a formula while it is being written: where a reference can stand, which word is being typed, F4. */

/** `=` or its full-width form. */
export function isFormulaDraft(text: string): boolean {
  return /^\s*[=＝]/u.test(text);
}

/** Whether picking a cell with arrows or mouse would put a reference at the caret: after `=`, an operator, a bracket or a comma. */
export function canPointAt(text: string, caret: number): boolean {
  if (!isFormulaDraft(text)) return false;
  return (
    /[=＝+＋\-－*＊×/／÷^＾(（,，<＜>＞:：]\s*$/u.test(text.slice(0, caret)) &&
    /^\s*($|[+＋\-－*＊/／^＾)）,，<＜>＞=＝:：%％])/u.test(text.slice(caret))
  );
}

export interface Splice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts `insert` in the place of a part of the text; `start` and `end` are where it then stands. */
export function splice(text: string, start: number, end: number, insert: string): Splice {
  return { text: text.slice(0, start) + insert + text.slice(end), start, end: start + insert.length };
}

/** The index of a reference so many years away: nothing for the same year. */
export function offsetIndex(years: number): string {
  return years === 0 ? '' : `[${years > 0 ? '+' : ''}${years}]`;
}
