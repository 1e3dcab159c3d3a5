// What the words of a plan mean, in a line each, for the lists of an editor.

import { joined, type Text } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { compose, partsOf } from '../../law/compose.js';
import { category, cite, citeWithLaw, zoneKind } from '../../law/lookup.js';
import { isNamedBy } from '../../law/roles.js';
import type { ClauseId, Pack, ZoneKind } from '../../law/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { deviceKind, OPENING_NAMES, openingKind, TRAITS } from '../../plan/kinds.js';
import { meaningAt } from '../../plan/project/names.js';
import { BAR, both, FLAGS, t, VALUES } from './texts.js';

/** The elements of a plan whose `kind` key has its own list of meanings. */
export type OfKind = 'zone' | 'opening' | 'device';

/**
 * Says what kinds, categories, roles and values mean, by the packs that a plan may be judged by: each in one line, with its
 * parts in Chinese and then in English.
 */
export class Meanings {
  private readonly all: Pack;
  /** Those that judge a plan without being asked for, each as it cites beside the others. */
  private readonly inForce: readonly Pack[];

  constructor(packs: readonly [Pack, ...Pack[]]) {
    this.all = compose(packs);
    this.inForce = partsOf(this.all).filter(({ incomplete }) => incomplete === undefined);
  }

  /** Returns what a kind is. */
  ofKind(of: OfKind, id: string): string {
    if (of === 'zone') return line(this.zoneParts(zoneKind(this.all, id)) ?? [verbatim(id)]);
    const opening = openingKind(id);
    if (of === 'opening' && opening !== undefined) return line([OPENING_NAMES[opening]]);
    const device = deviceKind(id);
    if (device === undefined) throw new Error(`no kind of ${of}: '${id}'`);
    const { video, audio } = TRAITS[device];
    return line([
      DEVICE_NAMES[device],
      t.images({ what: valueText('video', video) }),
      t.sound({ what: valueText('audio', audio) }),
    ]);
  }

  /** Returns the name of a category and the clauses that name it. */
  ofCategory(id: string): string {
    const cited = this.inForce.flatMap((pack) => {
      const row = category(pack, id);
      return row?.clause === undefined ? [] : [this.cited(pack, row.clause)];
    });
    const name = category(this.all, id)?.name ?? verbatim(id);
    return line(cited.length === 0 ? [name] : [name, localizedList(cited)]);
  }

  /** Returns the name of a role: of a kind, or of what a site must declare. */
  ofRole(id: string): string {
    const declared = this.all.categories.flatMap(({ declared }) => declared).find(({ role }) => role === id);
    return line([zoneKind(this.all, id)?.name ?? declared?.name ?? FLAGS[id] ?? verbatim(id)]);
  }

  /** Returns what a value means in the list at `path` of the schema. Throws an Error if nobody has said so. */
  ofValue(path: readonly string[], value: string): string {
    const keys = path.flatMap((key, index) =>
      path[index - 1] === 'properties' ? [key] : key === 'items' ? ['*'] : [],
    );
    if (path[1] !== 'project') return line([valueText(keys.filter((key) => key !== '*').at(-1) ?? '', value)]);
    return line([meaningAt(keys.join('.').replace(/\.\*$/, ''), value)]);
  }

  private zoneParts(kind: ZoneKind | undefined): readonly Localized[] | undefined {
    if (kind === undefined) return undefined;
    const { id, name, enclosed } = kind;
    const barring = this.inForce.map((pack) => {
      const rows = pack.prohibitions.filter(({ kinds, inside }) => kinds.includes(id) && inside !== 'notApplicable');
      const byLaw = rows.filter(({ basis }) => basis === 'law');
      const cited = [...new Set((byLaw.length > 0 ? byLaw : rows).map(({ clause }) => clause))];
      return { isLaw: byLaw.length > 0, clauses: cited.map((clause) => this.cited(pack, clause)) };
    });
    const bars = barring.flatMap(({ isLaw, clauses }) => (isLaw ? clauses : []));
    const mayBar = barring.flatMap(({ isLaw, clauses }) => (isLaw ? [] : clauses));
    const protects = this.inForce.flatMap((pack) =>
      pack.protects !== undefined &&
      pack.categories.some(({ named }) => named.some(({ token }) => isNamedBy(token, id)))
        ? [this.cited(pack, pack.protects)]
        : [],
    );
    return [
      name,
      enclosed ? t.walled : t.open,
      ...(bars.length > 0 ? [t.barred({ clauses: localizedList(bars) })] : []),
      ...(mayBar.length > 0 ? [t.maybeBarred({ clauses: localizedList(mayBar) })] : []),
      ...(protects.length > 0 ? [t.protected({ clauses: localizedList(protects) })] : []),
    ];
  }

  private cited(pack: Pack, clause: ClauseId): Localized {
    return this.inForce.length === 1 ? cite(pack, clause) : citeWithLaw(pack, clause);
  }
}

function valueText(key: string, value: string): Text {
  const text = Object.hasOwn(VALUES, `${key}=${value}`) ? VALUES[`${key}=${value}`] : undefined;
  if (text === undefined) throw new Error(`nothing says what '${value}' of '${key}' means (features/schema/texts.ts)`);
  return text;
}

/** Returns the parts of a line in both languages. */
function line(parts: readonly Localized[]): string {
  return both(joined(parts, BAR));
}
