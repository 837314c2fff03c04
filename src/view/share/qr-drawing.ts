/** QR codes drawn on the page and as a picture to send. */
import type { ShareDraft } from '../../state/share-draft.svelte.ts';
import { downloadBlob } from '../shared/download.ts';

export type QrModules = Awaited<ReturnType<ShareDraft['drawQrCode']>>;

/** The dark modules as one path in units of a module: neighbours in a row are one stroke, so that no hairline parts them. */
export function modulePath(modules: QrModules): string {
  return modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join('');
}

/** Pixels of a module in the picture: whole, and enough that a chat program may shrink it. */
const modulePixels = 8;

/** Lets the browser save the code as a PNG. */
export async function saveQrPicture(modules: QrModules, name: string): Promise<void> {
  const size = modules.length * modulePixels;
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.scale(modulePixels, modulePixels);
  context.fillStyle = '#000';
  context.fill(new Path2D(modulePath(modules)));
  downloadBlob(await canvas.convertToBlob({ type: 'image/png' }), name);
}
