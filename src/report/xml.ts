import { plainText } from './escape.js';

/** What XML 1.0 has no way to write, not even as a reference (2.2): plainText leaves only these two. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/** `text` as character data or within a quoted attribute. A `]]>` must not stand in either, so every `>` is escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(NO_CHARACTERS, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** ` name="value"` for each, on one line and free of control characters. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(plainText(String(value)))}"`)
    .join('');
}
