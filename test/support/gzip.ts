// Sizes of what is compressed, for formats that have a limit.
import { gzipSync } from 'node:zlib';

/** Returns the bytes of `text`, gzipped. */
export function gzippedSize(text: string): number {
  return gzipSync(text).length;
}
