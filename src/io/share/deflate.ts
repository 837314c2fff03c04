/** Raw DEFLATE by the browser's own streams. Expanding stops at a limit, so that a small text cannot fill the memory. */
import { err, ok, type Result } from '../../core/model/result.ts';

/** Bytes given to the decompressor at a time: what it makes of one step is all that can go beyond the limit. */
const step = 512;

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );
}

/** At most `limit` bytes: with more to come it stops and says `tooLarge`. `broken`: no DEFLATE data, or not all of it. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, 'tooLarge' | 'broken'>> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // A failure shows on the reading side as well; here it must only not go unhandled.
  const feeding = feed(writer, bytes).catch(() => undefined);
  const expanded = new Uint8Array(limit);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > limit) {
        await abandon(reader, writer);
        return err('tooLarge');
      }
      expanded.set(value, length);
      length += value.length;
    }
    await feeding;
    return ok(expanded.slice(0, length));
  } catch {
    return err('broken');
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.length; at += step) {
    await writer.ready;
    await writer.write(bytes.subarray(at, at + step));
  }
  await writer.close();
}

async function abandon(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  await Promise.allSettled([reader.cancel(), writer.abort()]);
}
