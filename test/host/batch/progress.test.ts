import { describe, expect, test } from 'vitest';
import { sitecam } from '../../support/io.js';
import { smallPlan } from './bundle.js';

const NAMES = [
  'a.yaml',
  'c\u001b[31m.yaml',
  '很长的文件夹名称很长的文件夹名称很长的文件夹名称很长的文件夹名称/某某宾馆.yaml',
];
/** Plans are linted in the order of their paths. */
const given = Object.fromEntries(NAMES.map((name, n) => [name, smallPlan(n)]));

/** A clock that goes on by `step` ms each time it is looked at. */
function clock(step: number): () => number {
  let now = 0;
  return () => {
    now += step;
    return now;
  };
}

async function lint(argv: readonly string[], step: number, env: Record<string, string> = {}, errIsTerminal = true) {
  return sitecam(['lint', ...NAMES, ...argv], { given, env, errIsTerminal, now: clock(step) });
}

describe('progress', () => {
  test('of a long run is told on one line, in the language of the terminal, and wiped away', async () => {
    const { err } = await lint([], 400);
    const lines = err.split('\r').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]).toMatch(/^审查 ░+ 0\/3 {2}a\.yaml\u001b\[K$/);
    expect(lines[2]).toMatch(/^审查 █+░+ 2\/3 {2}很长的文件夹.*…\u001b\[K$/);
    expect(lines.at(-1)).toBe('\u001b[K');
    expect(err).not.toContain('\n');
    expect((await lint(['--lang', 'en'], 400)).err).toContain('linting ');
  });

  test('fits the terminal, and holds no commands that a name brings', async () => {
    for (const line of (await lint([], 400)).err.split('\r')) {
      // Chinese is two columns wide.
      const width = [...line.replace('\u001b[K', '')].reduce((sum, one) => sum + (one > '\u2fff' ? 2 : 1), 0);
      expect(width).toBeLessThan(80);
    }
    expect((await lint([], 400)).err).not.toContain('\u001b[31m');
  });

  test.each<[string, Parameters<typeof lint>]>([
    ['of a run that is over at once', [[], 1]],
    ['with --quiet', [['--quiet'], 400]],
    ['in CI', [[], 400, { CI: 'true' }]],
    ['on a terminal that can do nothing', [[], 400, { TERM: 'dumb' }]],
    ['in a file', [[], 400, {}, false]],
  ])('is not told %s', async (_, asked) => {
    expect((await lint(...asked)).err).toBe('');
  });

  test('changes nothing of what comes out', async () => {
    expect((await lint([], 400)).out).toBe((await lint([], 1)).out);
  });
});
