import { expect } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import type { Device, Level, ReadResult, Site, Zone } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';

export const pack = loadPack('nm-2017');

/** Reads the first of `files` (path → text) as a plan. */
export function reading(files: Readonly<Record<string, string>>): ReadResult {
  const bytes = (path: string) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined);
  return readPlan(Object.keys(files)[0], bytes, { pack });
}

/** The site of a plan that can be read. */
export function siteOf(files: Readonly<Record<string, string>>): Site {
  const result = reading(files);
  if (!result.ok) expect.fail(JSON.stringify(result.unreadable));
  return result.site;
}

export const HEAD = 'sitecam: 1\nsite: {name: 测试, categories: [hotel]}\n';

/** The site of one level, F1, written as the YAML lines below it. */
export function levelSite(lines: string, head = HEAD, tail = ''): Site {
  return siteOf({ 'plan.yaml': `${head}levels:\n  - id: F1\n${lines.replace(/^(?=.)/gm, '    ')}\n${tail}` });
}

export function levelOf(site: Site, id = 'F1'): Level {
  return site.levels.find((level) => level.id === id) ?? expect.fail(`no level ${id}`);
}

export function deviceOf(site: Site, id: string): Device {
  return (
    site.levels.flatMap(({ devices }) => devices).find((device) => device.id === id) ?? expect.fail(`no device ${id}`)
  );
}

export function zoneOf(site: Site, id: string): Zone {
  return site.levels.flatMap(({ zones }) => zones).find((zone) => zone.id === id) ?? expect.fail(`no zone ${id}`);
}
