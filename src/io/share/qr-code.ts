/** QR codes for links. */
import { encodeQR } from 'qr';
import type { QrModules } from '../../core/scenario/share.ts';

/** Light modules around the code, as the standard asks: without them a reader may not find it. */
const quietZone = 4;

/** The least correction that leaves room for `fitsQrCode`: what is shown on a screen is neither torn nor stained. */
export function drawQrCode(address: string): QrModules {
  return encodeQR(address, 'raw', { ecc: 'low', border: quietZone });
}
