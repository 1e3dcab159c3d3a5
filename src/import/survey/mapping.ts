// The mapping that a survey proposes: one rule a line, its evidence as a comment.

import { groupBy } from '../../base/arrays.js';
import { type Locale, render } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import { BECOMES } from '../mapping/types.js';
import { idOfStorey } from '../read/storeys.js';
import { unitText } from './document.js';
import type { Judgement, Role } from './roles.js';
import type { Part, Survey, SurveyedDrawing, SurveyedLayer } from './survey.js';
import { t } from './texts.js';
import { regionOf, sizeText, type View } from './views.js';

/** A proposed mapping as YAML, with the number of its rules and the number of those that a person has to confirm. */
export interface Proposal {
  readonly text: string;
  readonly rules: number;
  readonly asked: number;
}

/** Entity types that draw lines, which alone can be walls, doors and windows. */
const DRAWN = ['LINE', 'LWPOLYLINE', 'POLYLINE', 'ARC', 'CIRCLE', 'MLINE', 'ELLIPSE', 'SPLINE'];

/** Entity types that may close an area. */
const CLOSED = ['LWPOLYLINE', 'POLYLINE', 'CIRCLE', 'ELLIPSE', 'SPLINE'];

const TEXTS = ['TEXT', 'MTEXT'];

/** Roles in the order of their rules: the first rule that matches decides, and the special goes before the general. */
const ORDER: readonly Role[] = ['device', 'door', 'window', 'wall', 'building', 'zone', 'outline', 'label', 'none'];

interface Rule {
  readonly where: string;
  readonly rest: string;
  readonly judgement: Judgement;
  readonly count: number;
}

/** Returns the mapping that a survey proposes, with comments in `locale`. Same survey, same bytes. */
export function proposalOf(survey: Survey, locale: Locale): Proposal {
  const rules = [...survey.layers.flatMap(rulesOf)].sort(
    (a, b) => ORDER.indexOf(a.judgement.role) - ORDER.indexOf(b.judgement.role),
  );
  const lines = rules.map(({ where, rest, judgement: { asked, evidence }, count }) => {
    const why = [render(t.times({ n: count }), locale), ...evidence.map((one) => render(one, locale))];
    return `  - {where: ${where}, ${rest}}${comment(`${asked ? '? ' : ''}${why.join(render(t.semicolon, locale))}`)}`;
  });
  const numbers = survey.layers.flatMap(({ parts }) => parts.filter(({ judgement: { role } }) => role === 'number'));
  const text = [
    `#${comment(render(t.mappingHead, locale)).slice(3)}`,
    ...unitLines(survey.drawings, locale),
    ...levelLines(survey.drawings, locale),
    ...(rules.length === 0 ? ['rules: []'] : ['rules:', ...lines]),
    ...numbers.map(({ layer, count }) => `  #${comment(render(t.numbersLayer({ layer, n: count }), locale)).slice(3)}`),
  ];
  return {
    text: `${text.join('\n')}\n`,
    rules: rules.length,
    asked: rules.filter((rule) => rule.judgement.asked).length,
  };
}

/** Returns the lines for the unit. A unit that is asked for stands as comments, so that nothing is guessed. */
function unitLines(drawings: readonly SurveyedDrawing[], locale: Locale): string[] {
  const [first] = drawings;
  if (first === undefined) return [];
  const why = render(unitText(first.unit), locale);
  const isSame = drawings.every(({ unit }) => unit.unit?.metres === first.unit.unit?.metres);
  if (isSame && first.unit.unit !== undefined) return [`unit: ${first.unit.unit.metres}${comment(why)}`];
  if (!isSame)
    return drawings.map(({ path, unit }) => `#${comment(`? ${path}: ${render(unitText(unit), locale)}`).slice(3)}`);
  const { candidates } = first.unit;
  const near = candidates.filter(({ points }) => candidates[0].points - points < 2).slice(0, 3);
  return near.map(({ metres, name }) => `# unit: ${metres}${comment(`? ${render(name, locale)}; ${why}`)}`);
}

/**
 * Returns the lines for views side by side: levels where titles name two storeys and more, else comments, since a
 * section or a detail is no storey.
 */
function levelLines(drawings: readonly SurveyedDrawing[], locale: Locale): string[] {
  if (drawings.length !== 1) return [];
  const [{ views, metres }] = drawings;
  if (views.length < 2) return [];
  const storeys = views.flatMap(({ title }) => title?.storey ?? []);
  const isNamed = storeys.length >= 2 && new Set(storeys).size === storeys.length;
  const before = isNamed ? '' : '# ';
  return [
    ...(isNamed ? [] : [`#${comment(`? ${render(t.views({ n: views.length }), locale)}`).slice(3)}`]),
    ...(isAlike(views) ? [] : [`#${comment(render(t.corners, locale)).slice(3)}`]),
    `${before}levels:`,
    ...views.map(({ box, title }, index) => {
      const key = title === undefined ? `V${index + 1}` : idOfStorey(title.storey);
      const about = [...(title === undefined ? [] : [title.text]), render(sizeText(box), locale)].join('  ');
      const off = isNamed && title === undefined ? '# ' : before;
      return `${off}  - {key: ${key}, region: [${regionOf(box, metres).join(', ')}]}${comment(`? ${about}`)}`;
    }),
  ];
}

/** True if the boxes of all views are of one size, to a centimetre, so that their corners are of one spot. */
function isAlike(views: readonly View[]): boolean {
  return (
    new Set(
      views.map(({ box: { minX, minY, maxX, maxY } }) => `${(maxX - minX).toFixed(2)} ${(maxY - minY).toFixed(2)}`),
    ).size < 2
  );
}

function rulesOf({ layer, parts, holders }: SurveyedLayer): Rule[] {
  const isIdle = holders === 0 && parts.every(({ judgement: { role, asked } }) => role === 'none' && !asked);
  if (isIdle) {
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const [{ judgement }] = parts.toSorted((a, b) => b.judgement.evidence.length - a.judgement.evidence.length);
    return [{ where: `{layer: ${scalar(layer)}}`, rest: 'as: none', judgement, count }];
  }
  const idle = parts.filter(({ part, judgement: { role, asked } }) => part === 'block' && role === 'none' && !asked);
  const others = parts.filter((part) => !idle.includes(part));
  return [
    ...together(others).flatMap(ruleOf),
    ...(idle.length === 0
      ? []
      : [
          {
            where: `{layer: ${scalar(layer)}, block: ${listed(idle.map(({ block = '' }) => block))}}`,
            rest: 'as: none',
            judgement: { ...idle[0].judgement, evidence: [] },
            count: idle.reduce((sum, { count }) => sum + count, 0),
          },
        ]),
  ];
}

/** A part of a layer; of blocks that become the same, one with all their names. */
type Joint = Omit<Part, 'block'> & { readonly blocks: readonly string[] };

/** Returns the parts with one for all doors, and one for all windows, that are drawn as blocks of many names. */
function together(parts: readonly Part[]): Joint[] {
  const groups = groupBy(parts, ({ part, block, judgement: { role, asked } }) =>
    part === 'block' && (role === 'door' || role === 'window') ? `${role} ${asked}` : `${part} ${block}`,
  );
  return [...groups.values()].map((group) => ({
    ...group[0],
    blocks: group.flatMap(({ block }) => block ?? []),
    count: group.reduce((sum, { count }) => sum + count, 0),
  }));
}

function ruleOf({ part, layer, blocks, counts, count, judgement }: Joint): Rule[] {
  const types = Object.keys(counts);
  const closed = types.filter((type) => CLOSED.includes(type));
  // A loose line is no zone.
  const isZone = judgement.role === 'zone' && closed.length > 0;
  const drawn = isZone ? closed : types.filter((type) => DRAWN.includes(type));
  const isNone = judgement.role === 'none';
  const entities = part === 'words' ? types.filter((type) => TEXTS.includes(type)) : isNone ? types : drawn;
  if (judgement.role === 'number' || (part !== 'block' && entities.length === 0)) return [];
  const about = part === 'block' ? `block: ${listed(blocks)}` : `entity: ${listed(entities)}`;
  const label = judgement.role === 'label' ? ', label: true' : '';
  const where = `{layer: ${scalar(layer)}, ${about}${label}}`;
  return [{ where, rest: becomes(judgement), judgement, count }];
}

function becomes({ role, device, clear }: Judgement): string {
  const thickness = ', from: {thickness: thickness}';
  switch (role) {
    case 'wall':
      return `as: wall${clear === true ? ', keys: {material: clear}' : ''}${thickness}`;
    case 'building':
      // Walls and doors on one layer, told apart by shape, where this version can.
      return (BECOMES as readonly string[]).includes('building') ? 'as: building' : `as: wall${thickness}`;
    case 'door':
    case 'window':
      return `as: opening, kind: ${role}${thickness}`;
    case 'label':
    case 'zone':
      return 'as: zone';
    case 'outline':
      return 'as: outline';
    case 'device': {
      const form = device?.form === undefined ? '' : `, keys: {form: ${device.form}}`;
      return `as: device, kind: ${device?.kind ?? 'other'}${form}`;
    }
    default:
      return 'as: none';
  }
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? scalar(names[0]) : `[${names.map(scalar).join(', ')}]`;
}

/** Returns a text of a drawing as a YAML scalar; in quotes unless it is a plain word in any reading of YAML. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  // JSON leaves the line separators of Unicode and what lies beyond ASCII controls as they are.
  return isPlain ? text : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Returns a comment on the same line. A text of a drawing can't end it. */
function comment(text: string): string {
  return `  # ${plainText(text)}`;
}
