// Rule plan/unsure-opening: gaps in which nobody drew a door.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/** The rule plan/unsure-opening, which reports passages that may be doors: gaps in walls of a drawing without a door. */
export const rule = faultRule(
  'plan/unsure-opening',
  {
    zh: `从图纸导入时，两墙之间有缺口而图中未画门的，读作敞口，并标明unsure: true。结论按敞口、按门各判一次：相同的照判，不同的待补充，并写明该缺口。请确认是门还是敞口：是门的，在overrides中写明kind: door；是敞口的，写明unsure: false。`,
    en: `Where a drawing has a gap between two walls and no door in it, the import takes it for a passage with unsure: true. Verdicts are worked out with a passage and with a door: if both are the same it is decided, else it is open and names the gap. Say which it is: in overrides, kind: door for a door, unsure: false for a passage.`,
  },
  example(
    ['open p1'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    openings:
      - {id: p1, kind: passage, unsure: true, line: [[3, 0], [4, 0]]}
`,
  ),
);
