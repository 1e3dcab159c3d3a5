// Workflow commands of GitHub Actions in a log, read by the runner's rules.
/** A command as the runner reads it from one line of a step's log. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * Returns the commands in a log, by the runner's rules: a line that begins, after optional white space, with `::`, a
 * name, properties separated by commas after a space, and, after the next `::`, the data. `%` escapes are decoded last.
 */
export function commandsOf(log: string): WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const text = line.trimStart();
    const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
    if (end < 0) return [];
    const head = text.slice(2, end);
    const space = head.indexOf(' ');
    const name = space < 0 ? head : head.slice(0, space);
    return [
      { name, properties: space < 0 ? {} : propertiesOf(head.slice(space + 1)), data: unescaped(text.slice(end + 2)) },
    ];
  });
}

function propertiesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        if (at <= 0) throw new Error(`no property: ${part}`);
        const value = part
          .slice(at + 1)
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ',');
        return [part.slice(0, at), unescaped(value)];
      }),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
