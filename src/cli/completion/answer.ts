import type { Completion } from './candidates.js';
import type { Shell } from './shells.js';

/** Words as the shell split them, as the user typed them: bash ends a word at `=`. */
export function typedWords(shell: Shell, words: readonly string[]): string[] {
  if (shell !== 'bash') return [...words];
  const typed: string[] = [];
  let glue = false;
  for (const word of words) {
    if (typed.length > 0 && (glue || word === '=')) typed.push(`${typed.pop()}${word}`);
    else typed.push(word);
    glue = word === '=';
  }
  return typed;
}

/** What the script of `shell` is told: which files fit (with what stands before them), then a word a line. */
export function answerFor(shell: Shell, { candidates, files, before }: Completion): string {
  const head = shell === 'bash' || before === '' ? files : `${files} ${before}`;
  const lines = candidates.map(({ value, note }) =>
    note === undefined ? value : `${value}\t${note.replace(/\s+/g, ' ')}`,
  );
  return `${[head, ...lines].join('\n')}\n`;
}
