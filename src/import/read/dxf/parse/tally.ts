// Counts of entities that a drawing's import doesn't use.

import { quoted } from '../../../../i18n/list.js';
import { type Localized, verbatim } from '../../../../i18n/locale.js';
import { nearest } from '../../../../source/suggest.js';
import type { Note } from '../../../notes.js';
import { dxfText } from '../messages.js';

/** Counts unused entities by layer and reason, so that ten thousand of them make a few notes. */
export class Tally {
  private readonly counts = new Map<string, { readonly key: Key; readonly types: Map<string, Kind> }>();

  /** @param layers layer names that rules exist for, to suggest the one that was meant */
  constructor(
    private readonly path: string,
    private readonly layers: readonly string[],
  ) {}

  /** Counts an entity by its type, or an insert by its block. */
  add(key: Key, type: string | { readonly blockName: string }): void {
    const name = JSON.stringify([key.sort, key.id, key.layer, key.block, key.why]);
    const known = this.counts.get(name) ?? { key, types: new Map<string, Kind>() };
    const kind = JSON.stringify(type);
    const called = typeof type === 'string' ? verbatim(type) : blockText(type.blockName);
    known.types.set(kind, { called, count: (known.types.get(kind)?.count ?? 0) + 1 });
    this.counts.set(name, known);
  }

  notes(): Note[] {
    return [...this.counts.values()].map(({ key, types }) => {
      // The note itself gives the count; for several entity types, the count of each.
      const all = [...types.values()];
      const count = all.reduce((sum, one) => sum + one.count, 0);
      const what = (locale: 'zh' | 'en'): string[] =>
        all.slice(0, MOST).map((one) => (all.length === 1 ? one.called[locale] : `${one.called[locale]}×${one.count}`));
      const more = all.length > MOST ? { zh: '等', en: ' and others' } : { zh: '', en: '' };
      const near = key.id === 'dxf/unmapped' ? nearest(key.layer ?? '', this.layers) : undefined;
      return {
        sort: key.sort,
        message: dxfText(near === undefined ? key.id : 'dxf/unmapped-near', {
          layer: key.layer ?? '',
          block: key.block ?? '',
          what: { zh: `${what('zh').join('、')}${more.zh}`, en: `${what('en').join(', ')}${more.en}` },
          ...(near === undefined ? {} : { near }),
          ...(key.why === undefined ? {} : { why: WHY[key.why] }),
        }),
        origin: { path: this.path, pointer: '' },
        count,
      };
    });
  }
}

/** Most types and blocks that a note lists. */
const MOST = 8;

interface Kind {
  readonly called: Localized;
  readonly count: number;
}

function blockText(name: string): Localized {
  const { zh, en } = quoted(name);
  return { zh: `图块${zh}`, en: `block ${en}` };
}

/** Fields by which unused entities are counted together. */
export interface Key {
  readonly sort: Note['sort'];
  readonly id: string;
  readonly layer?: string;
  readonly block?: string;
  readonly why?: keyof typeof WHY;
}

const WHY = {
  frozen: { zh: '冻结', en: 'frozen' },
  off: { zh: '关闭', en: 'off' },
} as const satisfies Readonly<Record<string, Localized>>;
