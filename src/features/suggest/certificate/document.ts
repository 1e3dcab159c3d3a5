// The check of a certificate for people, and as JSON.

import { joined } from '../../../i18n/catalogue.js';
import { localizedList, quoted } from '../../../i18n/list.js';
import { bothLanguages, type Localized, verbatim } from '../../../i18n/locale.js';
import { fixed, percent, plainFigure } from '../../../i18n/number.js';
import { packHashes } from '../../../lint/support/pack-hash.js';
import type { Report } from '../../../lint/types.js';
import { bearing } from '../../../plan/read/frame.js';
import type { Block, Document } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import { zoneName } from '../report/place.js';
import { levelText, premises, shareText, verdictText } from '../report/sentences.js';
import type { Catalogue } from '../types.js';
import type { Certificate } from './certificate.js';
import type { CellPlace, CertificateFault, CheckedCertificate } from './check.js';
import { t } from './texts.js';

/** A certificate, the plan it was checked against, and what came of it. */
export interface Verification {
  /** Name of the certificate's file as shown to people, and the SHA-256 of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** Version of sitecam that checked it. */
  readonly version: string;
  readonly certificate: Certificate;
  /** The plan as drawn. */
  readonly report: Report;
  readonly catalogue: Catalogue;
  readonly checked: CheckedCertificate;
}

/** True if all that a certificate says holds: its check found no fault. */
export function isValid({ checked }: Verification): boolean {
  return checked.faults.length === 0;
}

/**
 * Returns the result of checking a certificate for people: what was proved of which plan, types and mounts, or
 * everything that is wrong.
 */
export function verificationDocument(verification: Verification): Document {
  const { checked } = verification;
  const blocks: Block[] = [
    { block: 'paragraph', tone: 'conclusion', text: headline(verification) },
    ...[
      ...checked.faults.map((fault) => faultText(fault, verification)),
      ...(checked.more ? [t.more] : []),
      ...(isByMachine(checked) ? [t.machine] : []),
    ].map(line),
    ...(checked.bare === undefined
      ? []
      : [{ block: 'paragraph' as const, text: t.basis }, ...basis(verification, checked.bare).map(line)]),
  ];
  return { blocks: [{ block: 'section', tight: true, blocks }] };
}

function line(text: Localized): Block {
  return { block: 'paragraph', text, indent: [2, 4] };
}

function headline({ file, certificate, checked }: Verification): Localized {
  const name = quoted(plainText(file));
  if (checked.faults.length > 0) return t.refused({ file: name });
  const by = certificate.objective === 'price' ? 'price' : 'count';
  const bound = plainFigure(certificate.bound);
  const { design } = certificate;
  if (design === null) return t[`bare-${by}`]({ file: name, bound });
  const is = design.cost <= certificate.bound ? 'proved' : 'gap';
  return t[`${is}-${by}`]({ file: name, bound, cost: plainFigure(design.cost) });
}

/** True if only cells were refused, and all else is as certified: rounding of another machine may have done that. */
function isByMachine({ faults }: CheckedCertificate): boolean {
  return faults.length > 0 && faults.every(({ kind }) => kind === 'weight' || kind === 'private' || kind === 'undrawn');
}

/** Returns for what it was proved. */
function basis({ certificate, report, catalogue, checked, version }: Verification, bare: Report): Localized[] {
  const { goal, objective, levels, replaced, related, private: privacy, tool, today } = certificate;
  const kept = bare.site.levels
    .flatMap(({ devices }) => devices)
    .filter(({ kind, status }) => kind === 'camera' && status !== 'removed');
  const said = premises({ before: report, catalogue, goal, objective, kept, levels });
  const own = report.site.levels.filter(({ id }) => levels.includes(id));
  return [
    ...report.files.map(({ path, sha256 }) => t.plan({ name: quoted(plainText(path)), sha256 })),
    ...packHashes(report.pack).map(({ id, sha256 }) => t.pack({ id: plainText(id), sha256 })),
    t.levels({ levels: localizedList(own.map(levelText)) }),
    ...(replaced.length === 0
      ? []
      : [t.replaced({ n: replaced.length, ids: localizedList(replaced.map((id) => plainText(id))) })]),
    (related ? t.related : t.goal)({ goal: said.goal }),
    t.types({ types: said.types }),
    t.mounting({ mounting: said.mounting }),
    (privacy === 'fails' ? t.reviews : t.private)({ private: said.private }),
    ...checked.parts.map(({ zones, bound, byWeight, byPrivate }, n) => {
      const names = localizedList(zones.map((zone) => nameOf(zone, report)));
      if (bound === 0) return t.unproved({ n: n + 1, zones: names });
      return t.part({ n: n + 1, zones: names, bound: plainFigure(bound), cells: byWeight + byPrivate, byPrivate });
    }),
    t.run({ version, by: plainText(tool), today }),
    t.limits,
  ];
}

function nameOf(id: string, { site }: Report): Localized {
  const zone = site.levels.flatMap(({ zones }) => zones).find((one) => one.id === id);
  return zone === undefined ? quoted(plainText(id)) : zoneName(zone);
}

function faultText(fault: CertificateFault, { report, checked }: Verification): Localized {
  const names = (ids: readonly string[]) => (ids.length === 0 ? t.none : localizedList(ids.map((id) => plainText(id))));
  switch (fault.kind) {
    case 'file':
      return t.file({ name: quoted(plainText(fault.name)), sides: sidesText(fault) });
    case 'pack':
      return t.packData({ name: quoted(plainText(fault.name)), sides: sidesText(fault) });
    case 'terms':
      return t.terms({ name: plainText(fault.name), sides: sidesText(fault) });
    case 'catalogue':
    case 'unit':
      return t[fault.kind]({ sides: sidesText(fault) });
    case 'level':
      return t.level({ id: quoted(plainText(fault.id)) });
    case 'replaced':
      return t['replaced-fault']({ recorded: names(fault.recorded), now: names(fault.now) });
    case 'parts':
      return t.parts({ recorded: fault.recorded, now: fault.now });
    case 'zones':
      return t.zones({ part: fault.part, recorded: names(fault.recorded), now: names(fault.now) });
    case 'weights':
      return t.weights({ part: fault.part, zone: nameOf(fault.zone, report), atoms: fault.atoms });
    case 'roots':
      return t.roots({ part: fault.part, recorded: fault.recorded, now: fault.now });
    case 'tree': {
      const cell = cellText(fault.cell);
      if (fault.letter === '') return t.treeEnd({ part: fault.part, cell });
      return t.tree({ part: fault.part, cell, letter: plainText(fault.letter) });
    }
    case 'weight': {
      const { part, cell, weight, most } = fault;
      return t.weight({ part, cell: cellText(cell), weight: fixed(weight, 3), most: plainFigure(most) });
    }
    case 'private':
      return t['private-fault']({ part: fault.part, cell: cellText(fault.cell), zone: nameOf(fault.zone, report) });
    case 'undrawn':
      return t['undrawn-fault']({ part: fault.part, cell: cellText(fault.cell) });
    case 'bound':
      return t.bound({ part: fault.part, recorded: plainFigure(fault.recorded), proved: plainFigure(fault.proved) });
    case 'sum':
    case 'cost':
    case 'below':
      return t[fault.kind]({ recorded: plainFigure(fault.recorded), now: plainFigure(fault.now) });
    case 'type':
    case 'mount':
      return t[fault.kind]({ device: plainText(fault.device), type: quoted(plainText(fault.type)) });
    case 'unwritten':
      return t.unwritten;
    case 'found':
      return t.found({ verdict: verdictText(fault.verdict, checked.after ?? report) });
    case 'unmet': {
      const { requirement, share } = fault.met;
      const needed = shareText(requirement.share);
      return t.unmet({ zone: zoneName(requirement.zone), share: percent(share, requirement.share, 1), needed });
    }
  }
}

function sidesText({ recorded, now }: { readonly recorded?: string; readonly now?: string }): Localized {
  const side = (text: string | undefined) => (text === undefined ? t.absent : verbatim(plainText(text)));
  return t.sides({ recorded: side(recorded), now: side(now) });
}

function cellText({ root, cell, level, type, height, at, headings, tilts }: CellPlace): Localized {
  const point = (one: readonly number[]) => one.map((value) => fixed(value, 3)).join(', ');
  const [h0, h1] = headings.map((heading) => fixed(bearing(heading), 2));
  const [t0, t1] = tilts.map((tilt) => fixed(tilt, 2));
  return t.cell({
    root,
    cell,
    level: plainText(level),
    type: plainText(type),
    height: plainFigure(height),
    place: placeText(at.map(point)),
    h0: h0 ?? '',
    h1: h1 ?? '',
    t0: t0 ?? '',
    t1: t1 ?? '',
  });
}

/** Returns where the eyes of a cell are: from one end of a stretch to the other, or between the corners of an area. */
function placeText(points: readonly string[]): Localized {
  const [from = '', to = from] = points;
  if (points.length <= 2) return t.stretch({ from, to });
  return t.area({ points: localizedList(points.map((one) => `[${one}]`)) });
}

/**
 * Returns the result of checking a certificate as data, as in schemas/verify-certificate-1.schema.json. Texts are in
 * both languages.
 */
export function verificationRecord(verification: Verification) {
  const { file, sha256, version, certificate, report, checked } = verification;
  const { levels, goal, related, private: privacy, objective, bound, design, today, tool } = certificate;
  const [main] = report.files;
  return {
    version: 1,
    tool: { name: 'sitecam', version },
    answer: isValid(verification) ? 'valid' : 'refused',
    certificate: { file, sha256, version: tool },
    plan: { path: report.path, sha256: main?.sha256 ?? '' },
    today,
    levels,
    goal,
    related,
    private: privacy,
    objective,
    bound,
    cost: design?.cost ?? null,
    parts: checked.parts,
    cells: checked.parts.reduce((sum, { byWeight, byPrivate }) => sum + byWeight + byPrivate, 0),
    more: checked.more,
    faults: checked.faults.map((fault) => ({
      kind: fault.kind,
      part: 'part' in fault ? fault.part : null,
      message: bothLanguages(faultText(fault, verification)),
    })),
    message: bothLanguages(isByMachine(checked) ? joined([headline(verification), t.machine]) : headline(verification)),
  };
}
