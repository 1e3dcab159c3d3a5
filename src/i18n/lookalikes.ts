// Letters of different scripts that look alike, and characters nobody sees: how names are disguised by accident.
/**
 * Cyrillic and Greek letters, each followed by the Latin letter that nobody can tell it from. Of the Greek small
 * letters only those that aren't used as signs (unlike α, μ, φ). From Unicode's confusables.txt (UTS #39), as far as
 * the scripts of names here go.
 */
const PAIRS =
  'АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXԌGԛqԜWԝwѴVаaсcԁdеeһhіiјjӏlоoрpѕsѵvхxуyкkмmтt' + 'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvϲcϳj';

const LATIN: ReadonlyMap<string, string> = new Map(
  [...PAIRS].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1]]] : [])),
);

/** Letters of one word, of the three scripts whose letters look alike. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu;

const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * Characters that nobody sees or that change the reading order of others. Other such characters are left out: Mongolian
 * and emoji need them.
 */
const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * Returns `text` with lookalike letters replaced by Latin ones in words that are otherwise Latin: WС → WC. Words all in
 * Cyrillic or Greek stay.
 */
export function plainLetters(text: string): string {
  return text.replace(WORD, (word) => (isMixed(word) ? toLatin(word) : word));
}

/**
 * Returns the first word of `text` that mixes Latin letters with lookalikes of another script; undefined if there is
 * none.
 */
export function mixedWord(text: string): string | undefined {
  return text.normalize('NFKC').match(WORD)?.find(isMixed);
}

/**
 * Returns the first character of `text` that can't be seen or that changes the reading order, in the form `U+200B`;
 * undefined if there is none.
 */
export function hiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Returns a key of the look of `text`: a reader can't tell apart two texts with the same key. */
export function appearance(text: string): string {
  return toLatin(text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, ''));
}

function isMixed(word: string): boolean {
  if (!LATIN_LETTER.test(word)) return false;
  const others = [...word].filter((letter) => !LATIN_LETTER.test(letter));
  return others.length > 0 && others.every((letter) => LATIN.has(letter));
}

function toLatin(text: string): string {
  return [...text].map((letter) => LATIN.get(letter) ?? letter).join('');
}
