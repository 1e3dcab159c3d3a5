/**
 * Cyrillic and Greek letters that nobody can tell from a Latin one, each before it; of Greek small letters only those that
 * aren't used as signs (α, μ, φ). From Unicode's confusables.txt (UTS #39), as far as the scripts of names here go.
 */
const PAIRS =
  'АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXԌGԛqԜWԝwѴVаaсcԁdеeһhіiјjӏlоoрpѕsѵvхxуyкkмmтt' + 'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvϲcϳj';

const LATIN: ReadonlyMap<string, string> = new Map(
  [...PAIRS].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1]]] : [])),
);

/** Letters of one word, of the three scripts whose letters look alike. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu;

const LATIN_LETTER = /\p{Script=Latin}/u;

/** Nobody sees them, or they turn the order in which others are read. Mongolian and emoji need some of the others. */
const HIDDEN =
  /[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** `text` with letters that look Latin in words that are otherwise Latin turned into those: WС → WC. Russian stays Russian. */
export function plainLetters(text: string): string {
  return text.replace(WORD, (word) => (isMixed(word) ? toLatin(word) : word));
}

/** The first word of `text` that mixes Latin letters with letters of another script that look like them. */
export function mixedWord(text: string): string | undefined {
  return text.normalize('NFKC').match(WORD)?.find(isMixed);
}

/** The first character of `text` that can't be seen or that turns the reading order, as U+200B. */
export function hiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What `text` looks like: two texts with one appearance can't be told apart by a reader. */
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
