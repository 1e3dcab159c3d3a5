// Counts of entities that a drawing's import doesn't use.

import type { Localized } from '../../../../i18n/locale.js';
import { nearest } from '../../../../source/suggest.js';
import type { Note } from '../../../notes.js';
import { dxfText } from '../messages.js';

/** Counts unused entities by layer and reason, so that ten thousand of them make a few notes. */
export class Tally {
  private readonly counts = new Map<string, { readonly key: Key; readonly types: Map<string, number> }>();

  /** @param layers layer names that rules exist for, to suggest the one that was meant */
  constructor(
    private readonly path: string,
    private readonly layers: readonly string[],
  ) {}

  add(key: Key, type: string): void {
    const name = JSON.stringify([key.sort, key.id, key.layer, key.block, key.why]);
    const known = this.counts.get(name) ?? { key, types: new Map<string, number>() };
    known.types.set(type, (known.types.get(type) ?? 0) + 1);
    this.counts.set(name, known);
  }

  notes(): Note[] {
    return [...this.counts.values()].map(({ key, types }) => {
      // The note itself gives the count; for several entity types, the count of each.
      const kinds = [...types].map(([type, count]) => (types.size === 1 ? type : `${type}×${count}`));
      const count = [...types.values()].reduce((sum, one) => sum + one, 0);
      const near = key.id === 'dxf/unmapped' ? nearest(key.layer ?? '', this.layers) : undefined;
      return {
        sort: key.sort,
        message: dxfText(near === undefined ? key.id : 'dxf/unmapped-near', {
          layer: key.layer ?? '',
          block: key.block ?? '',
          what: { zh: kinds.join('、'), en: kinds.join(', ') },
          ...(near === undefined ? {} : { near }),
          ...(key.why === undefined ? {} : { why: WHY[key.why] }),
        }),
        origin: { path: this.path, pointer: '' },
        count,
      };
    });
  }
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
