// Whether devices are judged as installed, and by what.
import { expect, test } from 'vitest';
import { allInstalledBy, installedBy } from '../../../src/facts/capture/register.js';
import { deviceOf, levelSite } from '../../plan/support.js';

const siteIn = (phase: string) =>
  levelSite(
    `devices:
  - {id: there, kind: camera, at: [1, 1], status: existing}
  - {id: planned, kind: camera, at: [1, 2], status: planned}
  - {id: unsaid, kind: camera, at: [1, 3]}`,
    undefined,
    phase === '' ? '' : `project: {phase: ${phase}}\n`,
  );

test.each([
  ['', undefined],
  ['design', undefined],
  ['construction', undefined],
  ['inspection', 'by-phase'],
  ['acceptance', 'by-phase'],
  ['in-use', 'by-phase'],
])('in the phase “%s” a device of which the plan says nothing is installed: %s', (phase, by) => {
  const site = siteIn(phase);
  const of = (id: string) => deviceOf(site, id);
  expect(installedBy(site, of('unsaid'))).toBe(by);
  expect(installedBy(site, of('there'))).toBe('stated');
  expect(installedBy(site, of('planned'))).toBeUndefined();
  expect(allInstalledBy(site, [of('there')])).toBe('stated');
  expect(allInstalledBy(site, [of('there'), of('unsaid')])).toBe(by);
  expect(allInstalledBy(site, [of('there'), of('planned')])).toBeUndefined();
  expect(allInstalledBy(site, [])).toBeUndefined();
});
