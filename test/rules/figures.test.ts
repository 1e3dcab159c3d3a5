// Which of the pack's figures each rule reads: its page, `explain` and the causes that `diff` names go by those it declares.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import type { Pack } from '../../src/law/types.js';
import { judge } from '../../src/lint/lint.js';
import { readPlan } from '../../src/plan/read/read.js';
import { rules } from '../../src/rules/registry.gen.js';
import type { Rule } from '../../src/rules/rule.js';
import { expectationOf } from '../support/expectations.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/rules');

/** Returns the pack, and each law in it, with parameters that tell `note` which of them is read. */
function noting(pack: Pack, note: (name: string) => void): Pack {
  const parameters = new Proxy(pack.parameters, {
    get(target, name) {
      if (typeof name === 'string') note(name);
      return Reflect.get(target, name);
    },
  });
  return { ...pack, parameters, ...(pack.parts && { parts: pack.parts.map((part) => noting(part, note)) }) };
}

const judged = rules.filter(({ id }) => existsSync(join(FIXTURES, id))).map((rule) => ({ id: rule.id, rule }));

test.each(judged)('$id declares the figures that it reads', ({ id, rule }) => {
  const { parameters = [] } = rule;
  const undeclared = new Set<string>();
  let isChecking = false;
  const note = (name: string) => {
    if (isChecking && !parameters.includes(name)) undeclared.add(name);
  };
  const watched: Rule = {
    ...rule,
    check(context) {
      isChecking = true;
      try {
        return rule.check(context);
      } finally {
        isChecking = false;
      }
    },
  };
  const folder = join(FIXTURES, id);
  for (const plan of readdirSync(folder)) {
    const file = join(folder, plan);
    const pack = noting(loadPack(expectationOf(file).packs.join('+')), note);
    const read = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
    const result = readPlan(plan, read, { pack });
    if (result.ok) judge(result.site, { today: '2026-06-30', rules: [watched] });
  }
  expect([...undeclared].sort()).toEqual([]);
});
