/** Reading the QR code in a picture, such as a screenshot or a photograph of one. The picture never leaves the page. */
import { decodeQR } from 'qr/decode.js';

/** Pixels of the longer side. More is scaled down: a code that fills a photograph loses nothing by it. */
const mostPixels = 3000;

/** A person waits for the answer once, so it may take longer than a frame of a camera. */
const patience = { timeLimit: 3000, effort: 4 };

/** The text of the code; `undefined` where the file is no picture, or no code can be read in it. */
export async function readQrCode(picture: Blob): Promise<string | undefined> {
  try {
    return decodeQR(await readPixels(picture), patience);
  } catch {
    // The browser's word for "no picture" and the library's for "no code" say the same here.
    return undefined;
  }
}

async function readPixels(picture: Blob): Promise<ImageData> {
  const image = await createImageBitmap(picture);
  const scale = Math.min(1, mostPixels / Math.max(image.width, image.height));
  const [width, height] = [Math.ceil(image.width * scale), Math.ceil(image.height * scale)];
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('This browser draws no pictures out of sight');
  // A code cut out along its edge, or on a transparent ground, is still read: white stands behind it.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  image.close();
  return context.getImageData(0, 0, width, height);
}
