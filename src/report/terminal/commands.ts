/** What a build server reads as a command of its own: `::name` where a line begins, `##[name` or `##vso[` anywhere. */
const AT_START = /^((?:\s|\u001b\[[\d;]*m)*):(?=:)/gm;
const ANYWHERE = /##(?=[a-z]*\[)/gi;

/**
 * `text` so that a build server that reads the output finds no command in it: a plan could otherwise raise alerts, hide
 * lines or set variables of the build. One character is replaced by U+FFFD, so that columns stay what they are.
 */
export function withoutCommands(text: string): string {
  return text.replace(AT_START, '$1\ufffd').replace(ANYWHERE, '#\ufffd');
}
