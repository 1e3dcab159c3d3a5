// What the page is told step by step, much of it kept from the step before, is what a page opened anew would be told.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberedFindings } from '../../src/findings/numbering.js';
import { createSession } from '../../src/live/session.js';
import type { Change } from '../../src/live/types.js';
import { directoryOf } from '../../src/plan/directory.js';
import { KeptFindings } from '../../src/report/html/findings.js';
import { Live } from '../../src/web/live-plan.js';
import type { Step, Tell } from '../../src/web/messages.js';
import { Dice } from '../fuzz/dice.js';

const OPTIONS = { today: '2026-11-28' };

function live(path: string, bytes: Uint8Array) {
  const session = createSession({ path, files: new Map([[path, bytes]]), options: OPTIONS });
  return { session, page: new Live(session, 'zh-CN', '0') };
}

function stepIn(tell: Tell): Step {
  if (tell.tell === 'committed') return tell.step;
  if (tell.tell !== 'step') throw new Error(JSON.stringify(tell));
  return tell;
}

/** Returns all that a step shows, as text; lines and columns may move in a text that was written. */
function shown({ plan, level, card }: Step): string {
  const { zones: _, walls: __, openings: ___, ...rest } = level ?? {};
  return JSON.stringify({ plan, level: rest, card }).replace(/:\d+:\d+|"\d+:\d+"/g, '');
}

test.each(['fixtures/sites/qingcheng-hotel/violations.yaml', 'fixtures/sites/hospital-outpatient/violations.yaml'])(
  '%s: a step of a drag tells what a page opened on the written plan would',
  (path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const { session, page } = live(path, bytes);
    page.first();
    const { report } = session.update;
    const devices = [...(report === undefined ? [] : directoryOf(report.site).devices.values())].filter(
      ({ lenses }) => lenses.length > 0,
    );
    const dice = new Dice(7);
    for (let n = 0; n < 2; n++) {
      // A camera of the corridor with a criterion that others miss, too: its finding stands for theirs.
      const device = devices.find(({ id }) => id === ['C2-01', 'C3-03'][n]) ?? dice.pick(devices);
      const level = report?.site.levels.findIndex(({ id }) => id === device.level) ?? 0;
      page.answer({ ask: 'look', level, device: device.id });
      const turn = (): Change => ({ change: 'set', device: device.id, heading: dice.below(360) });
      page.answer({ ask: 'attempt', changes: [turn()] });
      const changes = [turn()];
      const tried = stepIn(page.answer({ ask: 'attempt', changes }));
      if (tried.refused !== undefined) continue;
      const written = live(path, bytes);
      written.session.commit(changes);
      written.page.first();
      expect(shown(tried)).toBe(shown(stepIn(written.page.answer({ ask: 'look', level, device: device.id }))));
    }
  },
);

test('a finding is told again if another of its cluster changed, or a device of it', () => {
  const path = 'fixtures/sites/qingcheng-hotel/violations.yaml';
  const { session } = live(path, new Uint8Array(readFileSync(path)));
  const { report } = session.update;
  const cluster =
    report && numberedFindings(report).find(({ first, rest }) => first.subject === 'C3-03>r302' && rest.length > 0);
  if (report === undefined || cluster === undefined) expect.fail('no cluster');
  const told = new KeptFindings();
  const made: object[] = [];
  const make = () => {
    const one = { data: {}, law: {} } as ReturnType<Parameters<KeptFindings['finding']>[2]>;
    made.push(one);
    return one;
  };
  told.finding(report, cluster, make);
  told.finding(report, cluster, make);
  expect(made).toHaveLength(1);
  told.finding(report, { ...cluster, rest: cluster.rest.map((one) => ({ ...one })) }, make);
  expect(made).toHaveLength(2);
  told.finding(report, cluster, make);
  expect(made).toHaveLength(3);
  // The same findings, of a camera that is mounted higher.
  const { report: moved } = session.attempt([{ change: 'set', device: 'C3-03', height: 2.75 }]);
  if (moved === undefined) expect.fail('no report');
  told.finding(moved, cluster, make);
  expect(made).toHaveLength(4);
});
