/** Handing a file to the person, made in the page: nothing is sent anywhere. */

/** Rows as the text of a CSV file; belongs to the edge of the app and is handed in. */
export type EncodeCsv = (rows: readonly (readonly (string | number)[])[]) => string;

/** Lets the browser save a text as a file. */
export function downloadText(text: string, name: string, type: string): void {
  downloadBlob(new Blob([text], { type }), name);
}

/** The same for what is no text, such as a picture. */
export function downloadBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by the end of the click, but old ones read it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const mostCharacters = 80;

/** A file name that every system takes: without signs that some refuse, at most 80 characters, never empty. */
export function fileName(text: string, extension: string): string {
  const cleaned = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const room = mostCharacters - extension.length - 1;
  const short = Array.from(cleaned)
    .slice(0, room)
    .join('')
    .replace(/^\.+|[. ]+$/g, '');
  const safe = short === '' || reserved.test(short) ? `yuce ${short}`.trim() : short;
  return `${safe}.${extension}`;
}
