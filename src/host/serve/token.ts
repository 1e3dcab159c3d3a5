// The secret that the page of one run shows with every request.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Returns a new token of 128 random bits in base64url, which needs no escaping in an address. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** True if the value of the header `Authorization` is `Bearer` and the token. Compares in constant time. */
export function showsToken(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
