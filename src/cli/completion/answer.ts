// Text exchanged with the completion scripts: words in, one candidate per line out.
import type { Completion } from './candidates.js';
import type { Shell } from './shells.js';

/** Returns the words as the user typed them. bash also splits words at `=`; this joins them again. */
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

/**
 * Returns the answer to the script of `shell`: a first line with the kind of files that fit (and the text before them),
 * then one candidate per line.
 */
export function answerFor(shell: Shell, { candidates, files, before }: Completion): string {
  const head = shell === 'bash' || before === '' ? files : `${files} ${before}`;
  const lines = candidates.map(({ value, note }) =>
    note === undefined ? value : `${value}\t${note.replace(/\s+/g, ' ')}`,
  );
  return `${[head, ...lines].join('\n')}\n`;
}
