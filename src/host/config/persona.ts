// For whom a run is (`--as`), and which options that excludes.

import { oneOf, UsageError } from '../usage.js';

/** Personas of a run. They decide which of the author's files are taken and how the report is printed. */
export const PERSONAS = ['designer', 'ci', 'reviewer'] as const;
/** One of the personas. */
export type Persona = (typeof PERSONAS)[number];

/** Returns the persona that `--as` names; the designer if it is not given. Throws a UsageError for an unknown name. */
export function personaOf(text: string | undefined): Persona {
  return text === undefined ? 'designer' : oneOf(text, PERSONAS, { zh: '--as 的取值', en: '--as' });
}

/** Options that contradict the purpose of a persona, each with the reason. */
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

/** Throws a UsageError if an option that was given contradicts the persona. */
export function checkPersona(persona: Persona, flags: Readonly<Record<string, unknown>>): void {
  for (const [option, zh, en] of AGAINST[persona]) {
    if (flags[option] === undefined || flags[option] === false) continue;
    throw UsageError.onOptions({
      zh: `--${option} 不能与 --as ${persona} 同用：${zh}。`,
      en: `--${option} can't go with --as ${persona}: ${en}.`,
    });
  }
}
