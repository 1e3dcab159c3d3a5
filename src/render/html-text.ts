// HTML text, tables and page heads with a strict content security policy.
import { sha256Base64 } from '../base/hash.js';
import type { Locale } from '../i18n/locale.js';
import { plainText } from './escape.js';

/**
 * Returns `text` escaped as content of an element or of a quoted attribute: no markup, nothing that reorders the text.
 */
export function htmlText(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Returns `value` as JSON for a script element: nothing in it ends the element, opens a comment or reorders the source for who
 * reads it.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns the source expression by which a content security policy allows an inline script or style. */
function policyHash(text: string): string {
  return `'sha256-${sha256Base64(text)}'`;
}

/**
 * Returns the start of an HTML page up to its body. Its policy allows no network access and no script but `script`, which
 * the caller writes into the body.
 */
export function pageHead({ locale, title, style, script }: PageHead): string {
  const policy = [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${policyHash(script)}`]),
    `style-src ${policyHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${htmlText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
`;
}

/** Parts of a page's head: `title` as plain text, `style` as CSS. */
export interface PageHead {
  readonly locale: Locale;
  readonly title: string;
  readonly style: string;
  /** Source of the page's own script; undefined for a page without one. */
  readonly script?: string;
}

/**
 * Returns a table with a caption and column headings; the first cell of each row is its heading. `rows` hold HTML;
 * caption and head are plain text. Returns '' without rows.
 */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const columns = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join('');
  const lines = rows.map(
    ([first = '', ...others]) =>
      `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="scroll" role="region" tabindex="0" aria-label="${htmlText(caption)}"><table><caption>${htmlText(caption)}</caption><thead><tr>${columns}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`;
}
