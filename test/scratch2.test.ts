import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { lintPlan } from '../src/engine/lint.js';
import { loadPack } from '../src/law/load.js';
test('x', () => {
  const p = process.env['PLAN']!;
  const text = readFileSync(p, 'utf8');
  const lint = (t: string) => lintPlan(p, () => new TextEncoder().encode(t), { pack: loadPack('nm-2017'), today: '2026-01-01' });
  const show = (r: any) => r.verdicts.filter((v: any) => v.outcome !== 'pass' && v.outcome !== 'notApplicable').map((v: any) => `${v.outcome} ${v.rule} ${v.subject} ${v.evidence?.coverage?.fraction ?? ''}${v.evidence?.sightLine?.area ?? ''}`).join('\n');
  console.log(show(lint(text)));
  const [a, b] = process.env['EDIT']?.split('=>') ?? [];
  if (a) console.log('----\n' + show(lint(text.replace(a, b!))));
});
