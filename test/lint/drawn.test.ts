// A judged plan read again from its report.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { drawnOf } from '../../src/lint/support/drawn.js';
import { addDevices } from '../../src/plan/write/write.js';

test('the document that was judged, and as it would be with edits', () => {
  const path = 'fixtures/sites/museum/plan.yaml';
  const [report] = lint([{ path }], { today: '2026-01-01', read: (name) => readFileSync(name, 'utf8') });
  if (report?.ok !== true) throw new Error('unreadable');
  const drawn = drawnOf(report);
  const ids = drawn?.document.levels.map(({ devices = [] }) => devices.map(({ id }) => id));
  expect(ids).toEqual(report.site.levels.map(({ devices }) => devices.map(({ id }) => id)));
  if (drawn === undefined) throw new Error('unreadable');
  const device = { id: 'N1-01', level: 'F1', at: [1, 1], keys: { kind: 'camera' } } as const;
  const written = addDevices(drawn, [device]);
  if (!written.ok) throw new Error(written.reason.en);
  const after = drawnOf(report, written.edits)?.document.levels[0]?.devices?.at(-1);
  expect(after).toEqual({ id: 'N1-01', kind: 'camera', at: [1, 1] });
});
