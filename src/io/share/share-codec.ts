/** Links, files and QR codes as the app asks for them. */
import { ok } from '../../core/model/result.ts';
import type { ShareCodec } from '../../core/scenario/share.ts';
import { decodeShare } from './decode-link.ts';
import { encodeShare, fitsQrCode, linkFit, shareAddress } from './encode-link.ts';
import { decodeFile, encodeFile } from './file.ts';
import type { ShareContext } from './link-contents.ts';
import { withTheirFigures } from './receive.ts';

/** `page`: the address that opens the app. `now`: ISO 8601, for the date in a file. */
export function createShareCodec(context: ShareContext, page: string, now: () => string): ShareCodec {
  return {
    encode: async (scenarios) => {
      const encoded = await encodeShare(scenarios, context);
      if (!encoded.ok) return encoded;
      const code = encoded.value;
      const address = shareAddress(page, code);
      return ok({ code, address, fit: linkFit(address), fitsQrCode: fitsQrCode(address) });
    },
    encodeFile: (scenarios) => encodeFile(scenarios, context, now()),
    decode: (text) => decodeShare(text, context),
    decodeFile: (bytes) => decodeFile(bytes, context),
    drawQrCode: async (address) => (await import('./qr-code.ts')).drawQrCode(address),
    readQrCode: async (picture) => (await import('./qr-picture.ts')).readQrCode(picture),
    withTheirFigures: (scenario, figures) => withTheirFigures(scenario, figures, context),
  };
}
