/** A short name for content: the same content always gives the same eight digits, and a changed figure gives others. Not for security. */

/** FNV-1a, 32 bits, over the UTF-16 code units of the text (low byte first), as eight hexadecimal digits. */
export function contentHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
