// Room on an HTML form to fill in by hand or in a browser, and how it is told apart from the rest of the page.

/** The start of such room. Only text may follow: markup in it would change what the page says elsewhere. */
const START = '<span class="blank" contenteditable="true" spellcheck="false">';
const END = '</span>';

/** Returns a field to fill in by hand, with its initial content `html`, which must be escaped text without markup. */
export function blankMarkup(html: string): string {
  return `${START}${html}${END}`;
}

/**
 * Returns an HTML page with its fields for handwriting emptied, for comparison. A field that holds markup stays as it
 * is.
 */
export function withoutBlanks(page: string): string {
  const [head = '', ...parts] = page.split(START);
  return [
    head,
    ...parts.map((part) => {
      const end = part.indexOf(END);
      return end < 0 || part.slice(0, end).includes('<') ? part : part.slice(end);
    }),
  ].join(START);
}
