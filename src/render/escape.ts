/** Terminal sequences: CSI, OSC and other strings up to their terminator, two-character escapes. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** Characters that change how what is around them reads: bidirectional controls, invisible ones, language tags. */
const DECEPTIVE =
  /[\u034f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /\p{Cs}/gu;

/** Half a pair, a control, or a character of those above: in most texts there is none. */
const SUSPECT =
  /[\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0\ud800-\udfff\ufeff]/;

/**
 * `text` from a plan on one line, without anything that could move a cursor or reorder what is printed. The joiners
 * and variation selectors that Mongolian is written with stay.
 */
export function plainText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(SEQUENCES, '')
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(DECEPTIVE, '')
    .replace(LONE_SURROGATES, '\ufffd');
}

/**
 * A line of source with every dangerous character replaced by U+FFFD, one for one, so that columns stay what they are
 * and a reader sees that something is there. Tabs stay.
 */
export function plainSource(line: string): string {
  return line
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd')
    .replace(DECEPTIVE, '\ufffd')
    .replace(LONE_SURROGATES, '\ufffd');
}

/** What splits a text node, so that no renderer joins the two halves into a link, a mention or an emoji. */
const SPLIT = '<!-- -->';

/** `text` so that no Markdown renderer (CommonMark, GFM, GitLab) sees anything but its characters. */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/:(?=\/\/)|(?<=www)(?=\.)|[@#](?=\S)|:(?=[a-z0-9_+-]+:)|(?<=\b(?:mailto|xmpp)):/gi, `$&${SPLIT}`)
    .replace(/(?:[!%~^]|&amp;)(?=[\w"])/g, `$&${SPLIT}`)
    .replaceAll('$', '&#36;');
}

/** A path as a URI reference relative to the root of the sources: never absolute, percent-encoded. */
export function relativeUri(path: string): string {
  const relative = path.replaceAll('\\', '/').replace(/^(?:[A-Za-z]:)?\/+/, '');
  const segments = relative
    .split('/')
    .filter((segment) => segment !== '.')
    .map((segment) => encodeURIComponent(segment.replace(LONE_SURROGATES, '\ufffd')));
  // The root itself, where a folder without plans is named.
  return segments.join('/') || '.';
}
