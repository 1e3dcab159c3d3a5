import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Ring } from '../../src/geometry/index.js';
import { sitecam } from '../support/io.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';

/** How much nearer than it is one of the two implementations says that everything is: 1 while it is right. */
const wrong = vi.hoisted(() => ({ by: 1 }));

vi.mock('../../src/geometry/visibility/expansion/expansion.js', async (importOriginal) => {
  const { createExpansion } =
    await importOriginal<typeof import('../../src/geometry/visibility/expansion/expansion.js')>();
  const near = (ring: Ring, [x, y]: readonly [number, number]): Ring =>
    ring.map(([px, py]) => [x + (px - x) * wrong.by, y + (py - y) * wrong.by] as const);
  return {
    createExpansion: (...args: Parameters<typeof createExpansion>) => {
      const made = createExpansion(...args);
      return {
        among: (blocks: Uint8Array) => {
          const one = made.among(blocks);
          return {
            ...one,
            viewshed: (...asked: Parameters<typeof one.viewshed>) => near(one.viewshed(...asked), asked[0]),
          };
        },
      };
    },
  };
});

afterEach(() => {
  wrong.by = 1;
});

describe('--verify', () => {
  it('says the same as without it where the two implementations agree', async () => {
    const plain = await sitecam(['lint', HOTEL]);
    const verified = await sitecam(['lint', HOTEL, '--verify']);
    expect(verified.code).toBe(plain.code);
    expect(verified.out).toBe(plain.out);
  });

  it.each([
    ['zh-CN', '本工具自身出现故障', /一种算法为 \d+\.\d{6} 平方米，另一种为 \d+\.\d{6} 平方米/],
    ['en', 'a fault of sitecam itself', /one algorithm says \d+\.\d{6} m², the other \d+\.\d{6} m²/],
  ])('stops with 70 where they differ by a part in a hundred thousand (%s)', async (lang, whose, figures) => {
    wrong.by = 1 - 1e-5;
    const ran = await sitecam(['lint', HOTEL, '--verify', '--lang', lang]);
    expect(ran.code).toBe(70);
    expect(ran.err).toContain(whose);
    expect(ran.err).toMatch(figures);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(ran.out).toBe('');
    // Without --verify nobody would know.
    expect((await sitecam(['lint', HOTEL])).code).toBe(0);
  });
});
