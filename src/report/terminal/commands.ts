// Commands of build servers that must not appear in output.
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
