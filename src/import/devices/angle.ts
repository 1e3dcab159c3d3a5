// Angles as people write them.

/** Returns the degrees in `text` (`15`, `15°`, `-5`, `15度`, `22,5`); undefined if `text` is no angle. */
export function degreesOf(text: string): number | undefined {
  const written = text.replace(/[º˚]/gu, '°').normalize('NFKC').replace('−', '-').trim().toLowerCase();
  const [, digits] = /^([+-]?\d+(?:[.,]\d+)?)\s*(?:°|deg|degrees?|度)?$/u.exec(written) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(',', '.'));
}
