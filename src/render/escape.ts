// Makes text from plans safe in terminals, Markdown and URIs.
/** Terminal sequences: CSI, OSC and other strings up to their terminator, two-character escapes. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/**
 * Characters that change how the text around them reads: bidirectional controls, invisible characters, language tags.
 */
const DECEPTIVE =
  /[\u034f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /\p{Cs}/gu;

/** Lone surrogates, control characters and deceptive ones. Most texts have none, so one quick test settles them. */
const SUSPECT =
  /[\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0\ud800-\udfff\ufeff]/;

/**
 * Returns `text` from a plan on one line, without characters that move a cursor or reorder what is printed. The joiners
 * and variation selectors of Mongolian script stay.
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
 * Returns a source line with each dangerous character replaced by U+FFFD. Columns stay the same, and a reader sees that
 * something is there. Tabs stay.
 */
export function plainSource(line: string): string {
  return line
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd')
    .replace(DECEPTIVE, '\ufffd')
    .replace(LONE_SURROGATES, '\ufffd');
}

/** Texts that build servers execute: `::name` at the start of a line and, below, `##[name` or `##vso[` anywhere. */
const AT_START = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;
const ANYWHERE = /##(?=[a-z]*\[)/gi;

/**
 * Returns `text` without commands that a build server would execute: a plan could otherwise raise alerts, hide lines or
 * set variables of the build. Replaces one character of each by U+FFFD, so that columns stay.
 */
export function withoutCommands(text: string): string {
  return text.replace(AT_START, '$1\ufffd').replace(ANYWHERE, '#\ufffd');
}

/** Comment that splits a text node, so that no renderer joins its halves into a link, a mention or an emoji. */
const SPLIT = '<!-- -->';

/** Returns `text` escaped so that every Markdown renderer (CommonMark, GFM, GitLab) shows just its characters. */
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

/**
 * Returns a path as a URI reference relative to the root of the sources: never absolute, percent-encoded. An absolute
 * path loses its drive and leading slashes.
 */
export function relativeUri(path: string): string {
  const relative = path.replaceAll('\\', '/').replace(/^(?:[A-Za-z]:)?\/+/, '');
  const segments = relative
    .split('/')
    .filter((segment) => segment !== '.')
    .map((segment) => encodeURIComponent(segment.replace(LONE_SURROGATES, '\ufffd')));
  // `.` is the root itself, which a message names if a folder has no plans.
  return segments.join('/') || '.';
}
