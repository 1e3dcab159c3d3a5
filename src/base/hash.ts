// SHA-256, in plain JavaScript. The command has Node's in its place (host/native/hash.ts): the same, and faster.
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Returns the SHA-256 of `content` in lower-case hexadecimal; of a text, that of its bytes in UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return bytesToHex(digestOf(content));
}

/** Returns the SHA-256 of `content` in base64; of a text, that of its bytes in UTF-8. */
export function sha256Base64(content: Uint8Array | string): string {
  return btoa(String.fromCharCode(...digestOf(content)));
}

function digestOf(content: Uint8Array | string): Uint8Array {
  return digest(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}
