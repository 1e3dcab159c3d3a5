// What a case of a requirement says of the plan.
import { expect, test } from 'vitest';
import { caseSentence } from '../../../src/facts/project/sentence.js';
import { factsOf } from '../../../src/facts/project/stated-facts.js';
import { loadPack } from '../../../src/law/load.js';
import type { Project } from '../../../src/plan/project/model.js';
import { site } from '../../support/site.js';

const pack = loadPack('nm-2017');
const row = pack.requirements?.find(({ id }) => id === '10/alarm-link');
const early = row?.cases.find(({ say }) => say.zh.includes('{phase}'));

test('the phase of the project is told in words, not as the plan writes it', () => {
  if (row === undefined || early === undefined) throw new Error('no such row');
  const plan = site();
  const project: Project = {
    phase: 'design',
    facts: [],
    tracks: [],
    place: { path: 'plan.yaml', pointer: '/project' },
  };
  const asked = { site: plan, pack, project, facts: factsOf(project), today: '2026-06-30', deadline: undefined };
  const { zh, en } = caseSentence(early.say, row, early, asked);
  expect(zh).toMatch(
    /^项目处于设计阶段；报警装置安装后应当与当地公安机关或者保卫部门联网（第十条.*），系统建成后审查。$/,
  );
  expect(en).toMatch(/^The project is in its phase 'design'\. /);
});
