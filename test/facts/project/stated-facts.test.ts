// What a plan states of its project, as if it were in another phase.
import { expect, test } from 'vitest';
import { factsOf, inPhase } from '../../../src/facts/project/stated-facts.js';
import { siteFrom } from '../../rules/coverage/support.js';

const { project } = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel]}
levels: [{id: F1}]
project:
  phase: design
  works: new
  retention: {days: 30, document: "—"}
  changes: [{what: purpose, approved: {by: 某局, document: 甲}}, {what: scope}]
`);

test('a project in another phase says so wherever it is asked, and keeps all else', () => {
  if (project === undefined) return expect.fail('no project');
  const later = inPhase(project, 'in-use');
  expect(later.phase).toBe('in-use');
  expect(factsOf(later).at('phase')).toMatchObject([{ value: 'in-use', place: { pointer: '/project/phase' } }]);
  expect(factsOf(project).at('phase')).toMatchObject([{ value: 'design' }]);
  const others = ({ facts }: typeof later) => facts.filter(({ path }) => path !== 'phase');
  expect(others(later)).toEqual(others(project));
});

test('a fact without content counts as none; of a list each item is asked', () => {
  if (project === undefined) return expect.fail('no project');
  const facts = factsOf(project);
  expect(facts.at('retention.days')).toMatchObject([{ value: 30 }]);
  expect(facts.lacks('retention.document')).toBe(true);
  expect(facts.lacks('works')).toBe(false);
  expect(facts.at('changes.*.what').map(({ value }) => value)).toEqual(['purpose', 'scope']);
  expect(facts.lacks('changes.*.what')).toBe(false);
  expect(facts.lacks('changes.*.approved.document')).toBe(true);
});
