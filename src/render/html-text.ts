import { sha256Base64 } from '../base/hash.js';
import type { Locale } from '../i18n/locale.js';
import { plainText } from './escape.js';

/** `text` as the content of an element or of a quoted attribute: no markup, nothing that reorders what is read. */
export function htmlText(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** `value` as JSON that can stand in a script element: nothing in it ends the element or opens a comment. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** What a content security policy knows an inline script or style by. */
function policyHash(text: string): string {
  return `'sha256-${sha256Base64(text)}'`;
}

/** How a page begins that loads nothing and runs nothing but `script`: up to its body. */
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

export interface PageHead {
  readonly locale: Locale;
  readonly title: string;
  readonly style: string;
  /** Text of the page's own script. */
  readonly script?: string;
}

/** A table with a caption and headed columns; the first cell of each row heads it. Cells are HTML already. */
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
