import { oneOf, UsageError } from '../usage.js';

/** For whom a run is: what is taken from the author's folder, and how it is printed. */
export const PERSONAS = ['designer', 'ci', 'reviewer'] as const;
export type Persona = (typeof PERSONAS)[number];

/** `--as`, else the designer. */
export function personaOf(text: string | undefined): Persona {
  return text === undefined ? 'designer' : oneOf(text, PERSONAS, { zh: '--as 的取值', en: '--as' });
}

/** Options that go against what a persona is for. */
const AGAINST: Readonly<Record<Persona, readonly (readonly [option: string, zh: string, en: string])[]>> = {
  designer: [],
  ci: [['fix', '流水线不改动图纸', 'a CI job changes no plan']],
  reviewer: [
    ['fix', '审查人不改动所审查的图纸', "a reviewer doesn't change the plan under review"],
    ['waivers', '审查人不采纳例外说明', 'a reviewer takes no waivers'],
    ['quiet', '审查人模式列出全部判定', 'a reviewer is shown every verdict'],
    ['changed', '哪些图有改动由作者的仓库说了算', "what changed is what the author's repository says"],
    ['cache', '审查人模式不使用缓存', 'a reviewer takes no verdict from a cache'],
  ],
};

/** Throws a UsageError where an option that was given goes against the persona. */
export function checkPersona(persona: Persona, flags: Readonly<Record<string, unknown>>): void {
  for (const [option, zh, en] of AGAINST[persona]) {
    if (flags[option] === undefined || flags[option] === false) continue;
    throw UsageError.onOptions({
      zh: `--${option} 不能与 --as ${persona} 同用：${zh}。`,
      en: `--${option} can't go with --as ${persona}: ${en}.`,
    });
  }
}
