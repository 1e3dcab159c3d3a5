import type { Localized } from '../../../../i18n/locale.js';
import { nearest } from '../../../../source/suggest.js';
import type { Note } from '../../../notes.js';

/** Counts what isn't taken, so that a drawing of ten thousand lines is told in a few: by layer and reason. */
export class Tally {
  private readonly counts = new Map<string, { readonly key: Key; readonly types: Map<string, number> }>();

  /** @param layers layers that there are rules for, to say which was meant */
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
      // The note says itself how many there are; of several types, how many of each.
      const kinds = [...types].map(([type, count]) => (types.size === 1 ? type : `${type}×${count}`));
      const count = [...types.values()].reduce((sum, one) => sum + one, 0);
      const near = key.id === 'dxf/unmapped' ? nearest(key.layer ?? '', this.layers) : undefined;
      return {
        sort: key.sort,
        message: {
          id: near === undefined ? key.id : 'dxf/unmapped-near',
          params: {
            layer: key.layer ?? '',
            block: key.block ?? '',
            what: { zh: kinds.join('、'), en: kinds.join(', ') },
            ...(near === undefined ? {} : { near }),
            ...(key.why === undefined ? {} : { why: WHY[key.why] }),
          },
        },
        origin: { path: this.path, pointer: '' },
        count,
      };
    });
  }
}

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
