import { loadPack } from '../../src/law/load.js';
import type { LintVerdict } from '../../src/lint/types.js';
import type { Fault, Level, Site, Waiver } from '../../src/plan/model.js';
import type { Rule } from '../../src/rules/rule.js';
import type { Statement } from '../../src/rules/verdict.js';
import type { Sight } from '../../src/sight/types.js';
import type { Place } from '../../src/source/types.js';

export const place = (pointer = ''): Place => ({ path: 'plan.yaml', pointer });

/** A site without anything in it; tests add what they are about. */
export function siteOf(parts: Partial<Site> = {}): Site {
  return {
    name: '某宾馆',
    categories: [{ id: 'hotel', place: place('/site/categories/0') }],
    region: undefined,
    absent: [],
    designation: undefined,
    keepsImportantItems: undefined,
    coordinates: 'metres',
    origin: undefined,
    shift: [0, 0],
    levels: [],
    waivers: [],
    faults: [],
    place: place(),
    pack: loadPack('nm-2017'),
    files: [{ path: 'plan.yaml', text: '', sha256: 'c0ffee', format: 'yaml' }],
    ...parts,
  };
}

export function levelOf(id: string, parts: Partial<Level> = {}): Level {
  return {
    id,
    name: undefined,
    elevation: 0,
    ceiling: 3,
    zones: [],
    walls: [],
    openings: [],
    devices: [],
    signs: [],
    place: place(`/levels/${id}`),
    ...parts,
  };
}

/** A verdict of which only the subject and these parts matter. */
export function verdictOf(subject: string, parts: Partial<LintVerdict> = {}): LintVerdict {
  const { clauses, decides, penalties, says, places, basis, because, duties, ...shared } = statementOf(subject);
  return { ...shared, rule: 'a', class: 'law', level: 'error', fingerprint: '', says: [], bases: [], ...parts };
}

export function statementOf(subject: string, parts: Partial<Statement> = {}): Statement {
  return {
    subject,
    outcome: 'fail',
    message: { id: 'said', params: {} },
    clauses: [],
    penalties: [],
    place: place(),
    related: [],
    dependsOn: { levels: [], devices: [] },
    ...parts,
  };
}

export function ruleOf(id: string, statements: readonly Statement[], parts: Partial<Rule> = {}): Rule {
  return {
    id,
    level: 'error',
    title: { zh: '试', en: 'test' },
    waivable: false,
    messages: { said: { zh: '已查。', en: 'Examined.' } },
    docs: { zh: '', en: '' },
    check: () => statements,
    ...parts,
  };
}

export function waiverOf(rule: string, subject: string, parts: Partial<Waiver> = {}): Waiver {
  return {
    rule,
    subject,
    reason: '待二期',
    by: '张某',
    document: undefined,
    until: '2026-06-30',
    place: place('/waivers/0'),
    ...parts,
  };
}

export function faultOf(subject: string, taints: Partial<Fault['taints']>): Fault {
  return {
    rule: 'plan/bad-optics',
    subject,
    message: { id: 'said', params: {}, zh: '有误。', en: 'Said.' },
    place: place(`/faults/${subject}`),
    related: [],
    taints: { levels: [], devices: [], ...taints },
  };
}

/** For rules that ask nothing of geometry: whoever does is told. */
export const blind: Sight = new Proxy({} as Sight, {
  get: (_, name) => () => {
    throw new Error(`nobody may ask sight for '${String(name)}' here`);
  },
});
