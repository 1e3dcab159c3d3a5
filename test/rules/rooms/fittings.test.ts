import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPack } from '../../../src/law/load.js';
import { judge } from '../../../src/lint/lint.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { penaltiesOf } from '../../../src/rules/bases.js';
import { rules } from '../../../src/rules/registry.gen.js';

const KTV = readFileSync('fixtures/sites/ktv/plan.yaml', 'utf8');

function judged(text: string, packs = 'nm-2017+cn-entertainment') {
  const bytes = new TextEncoder().encode(text);
  const read = readPlan('plan.yaml', () => bytes, { pack: loadPack(packs) });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable));
  return judge(read.site, { today: '2026-06-30', rules }).verdicts.filter(({ bases }) =>
    bases.some(({ law }) => law === 'cn-entertainment'),
  );
}

test('the song-and-dance venue complies, but for one room that one door doesn’t show the whole of', () => {
  const found = judged(KTV).filter(({ outcome }) => outcome !== 'pass' && outcome !== 'notApplicable');
  expect(found.map(({ outcome, rule, subject }) => `${outcome} ${rule} ${subject}`)).toEqual([
    'review rooms/fittings k7/whole-room',
  ]);
});

test('what the plan doesn’t say of the venue leaves open what would fail, and nothing else', () => {
  const broken = KTV.replace(/ +songAndDance: true.*\n/, '').replace('lock: none}', 'lock: inner}');
  const found = judged(broken).filter(({ rule, outcome }) => rule === 'rooms/fittings' && outcome !== 'pass');
  expect(found.map(({ outcome, subject }) => `${outcome} ${subject}`)).toEqual([
    'open k1/inner-lock',
    'review k7/whole-room',
  ]);
  expect(penaltiesOf(found[0])).toEqual([]);
});

test('a law that says nothing of it doesn’t ask', () => {
  expect(judged(KTV, 'nm-2017').filter(({ rule }) => rule === 'rooms/fittings')).toEqual([]);
});

test('what is to be written of a lock is told where one is to be taken off, or isn’t stated', () => {
  const of = (lock: string) => {
    const found = judged(KTV.replace('lock: none}', lock)).find(({ subject }) => subject === 'k1/inner-lock');
    return [found?.outcome, found?.edit?.id];
  };
  expect(of('lock: inner}')).toEqual(['fail', 'writeLock']);
  expect(of('name: 门}')).toEqual(['open', 'writeLock']);
  expect(of('lock: none}')).toEqual(['pass', undefined]);
});
