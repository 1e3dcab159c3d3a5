// Sizes of compressed text, for formats with a size limit.
import { gzipSync } from 'node:zlib';

/** Returns the number of bytes of `text` after gzip. */
export function gzippedSize(text: string): number {
  return gzipSync(text).length;
}
