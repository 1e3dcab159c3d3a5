import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conflictsOf } from '../src/engine/conflicts/find.js';
import { lintPlan } from '../src/engine/lint.js';
import { loadPack } from '../src/law/load.js';

const plans = (process.env['PLANS'] ?? 'fixtures/sites/ktv/violations.yaml').split(',');
for (const p of plans)
  test(p, { timeout: 600000 }, () => {
    let t = Date.now();
    const r = lintPlan(p, (f) => readFileSync(f), { pack: loadPack('nm-2017'), today: '2026-01-01' });
    if (!r.ok) throw new Error(JSON.stringify(r.unreadable));
    console.log(p, 'lint', Date.now() - t);
    t = Date.now();
    for (const c of conflictsOf(r)) {
      console.log(
        c.device.id,
        JSON.stringify(c.drawn),
        'needs',
        c.needs
          .map((n) => `${n.zone.id} ${n.before.toFixed(3)}/${n.threshold} others ${n.others.toFixed(3)}`)
          .join('; '),
        '| sees',
        c.sees.map((s) => `${s.zone.id} ${s.outcome} ${s.area?.toFixed(2)} ${s.ordered}`).join('; '),
      );
      const say = (a: any) =>
        JSON.stringify({
          ...a,
          kept: a.kept?.map((k: any) => k.after),
          edits: a.edits?.length,
          reason: a.reason && { ...a.reason, by: a.reason.by?.map((z: any) => z.id) },
        });
      console.log('  ', say(c.answer), c.criterion && 'criterion ' + say(c.criterion.answer), 'mask', c.mask?.length);
      if (process.env.RAYS)
        console.log(
          '  ',
          c
            .rays()
            .map((r) => `${r.heading}${r.covers ? 'c' : ''}${r.clear ? 'p' : ''}${r.both ? '*' : ''}`)
            .join(' '),
        );
    }
    console.log('conflicts', Date.now() - t);
    expect(1).toBe(1);
  });
