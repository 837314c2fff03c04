/**
 * What a Chinese input method or a word processor writes, as the half-width text that the readers know.
 * Every UTF-16 unit becomes exactly one, so a position in the result is a position in the text that was given.
 */

/** Signs outside the full-width ASCII block. `【` and `》` are what the `[` and `>` keys type in Chinese punctuation. */
const signs: ReadonlyMap<string, string> = new Map([
  ['【', '['],
  ['】', ']'],
  ['《', '<'],
  ['》', '>'],
  ['￥', '$'],
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['÷', '/'],
]);

const foreign = /[\uff01-\uff5e【】《》￥−–×÷\u00a0\u3000\u200b-\u200d\u2060\ufeff]/g;

/** Full-width forms to half-width; no-break, ideographic and zero-width blanks and the byte order mark to a blank. */
export function normalizeText(text: string): string {
  return text.replace(foreign, (character) => {
    const unit = character.charCodeAt(0);
    if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
    return signs.get(character) ?? ' ';
  });
}

/** Letters A to Z in lower case and accents composed. Other alphabets keep their case, so that no look-alike folds into ASCII. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
