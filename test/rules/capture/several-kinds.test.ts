// Zones of several private kinds: what a pass says that was checked.
import { expect, test } from 'vitest';
import { lintedWith } from '../../support/linted-with.js';

const PLAN = `sitecam: 1
site: {name: 某医院, categories: [medical-institution], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: c, kind: corridor, name: 走廊, rect: [0, 0, 20, 6]}
      - {id: k, kind: ward, name: 病房, rect: [20, 0, 4, 6], roles: [customer-information-area, report-box]}
    openings:
      - {id: d, kind: door, line: [[20, 2], [20, 4]]}
    devices:
      - {id: C1, kind: camera, at: [1, 3], heading: 270, height: 2.5, tilt: 7, hfov: 60, resolution: [1280, 720], audio: none}
`;

test.each(['device-in-private-zone', 'view-into-private-zone', 'sound-from-private-zone', 'unknown-capability'])(
  '%s passes such a zone by the item of each kind',
  (rule) => {
    const pass = lintedWith(PLAN).verdicts.find((one) => one.rule === `capture/${rule}` && one.subject === 'k');
    expect(pass?.outcome).toBe('pass');
    const clauses = pass?.bases.map(({ clause }) => clause) ?? [];
    for (const item of ['nm-2017/9.2(4)', 'nm-2017/9.2(5)', 'nm-2017/9.2(6)']) expect(clauses).toContain(item);
  },
);

test.each(['device-in-private-zone', 'view-into-private-zone', 'sound-from-private-zone', 'unknown-capability'])(
  '%s says of none of its items that the drawing shows no such place',
  (rule) => {
    const none = lintedWith(PLAN).verdicts.filter(
      (one) => one.rule === `capture/${rule}` && one.subject.startsWith('9.'),
    );
    expect(none.map(({ outcome, subject }) => `${outcome} ${subject}`)).toEqual([
      'notApplicable 9.2(1)',
      'notApplicable 9.2(2)',
      'notApplicable 9.2(3)',
    ]);
  },
);
