// The secret that the page of one run shows with every request.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Returns a new token of 128 random bits, which stands in an address as it is. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** True if the header `Authorization` shows the token. Takes as long whatever it is. */
export function showsToken(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
