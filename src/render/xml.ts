// XML 1.0 text and elements, for SVG and other formats.
import { plainText } from './escape.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Returns `text` from a plan escaped as character data or an attribute value of XML 1.0, on one line. */
export function xmlText(text: string): string {
  return plainText(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Returns an element with attributes in the order given. Undefined attributes are left out; texts are escaped.
 * `content` is XML already.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'string' ? xmlText(value) : value}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Returns a title element: the tooltip of the element around it, which screen readers read aloud. */
export function titled(text: string): string {
  return `<title>${xmlText(text)}</title>`;
}
