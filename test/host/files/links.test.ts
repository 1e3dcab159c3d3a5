import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Io, processIo, wantsColour } from '../../../src/host/io.js';
import { docsUrl, rulePageUrl, wantsLinks } from '../../../src/host/links.js';
import { rules } from '../../../src/rules/registry.gen.js';
import { sitecam } from '../../support/io.js';

const WRONG_HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

const on = (env: Record<string, string>, isTerminal = true): Io => ({ ...processIo(), env, isTerminal });

describe('links', () => {
  test.each([
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.1' }, true],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.9' }, false],
    [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.95.0' }, true],
    [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' }, false],
    [{ TERM_PROGRAM: 'constructor' }, false],
    [{ VTE_VERSION: '7600' }, true],
    [{ VTE_VERSION: '5000' }, false],
    [{ TERM: 'xterm-kitty' }, true],
    [{ TERM: 'xterm-kitty', TMUX: '/tmp/x' }, false],
    [{ TERM: 'screen-256color', VTE_VERSION: '7600' }, false],
    [{ VTE_VERSION: '7600', CI: 'true' }, false],
    [{ TERM: 'xterm-256color' }, false],
    [{ TERM: 'xterm-256color', FORCE_HYPERLINK: '1' }, true],
    [{ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
    [{ TERM: 'dumb', FORCE_HYPERLINK: '1' }, false],
  ])('%j: %s', (env, wanted) => {
    expect(wantsLinks(on(env))).toBe(wanted);
    expect(wantsLinks(on(env, false))).toBe(false);
  });

  test('lead to what lies beside the program and names the rule', () => {
    for (const { id, title } of rules) {
      const [zh, en] = (['zh-CN', 'en'] as const).map((locale) =>
        readFileSync(fileURLToPath(rulePageUrl(id, locale)), 'utf8'),
      );
      expect(zh).toContain(title.zh);
      expect(en).toContain(title.en);
    }
  });

  test('stand on rule ids on such a terminal, and nowhere else', async () => {
    const env = { TERM: 'xterm-kitty' };
    const linked = await sitecam(['lint', WRONG_HOTEL, '-f', 'markdown=a.md'], { env, isTerminal: true });
    expect(linked.out).toContain(
      `\u001b]8;;${rulePageUrl('coverage/protected', 'zh-CN')}\u001b\\coverage/protected\u001b]8;;\u001b\\`,
    );
    expect(linked.written.get('a.md')).not.toContain('\u001b');
    for (const argv of [['-f', 'terminal=a.txt'], ['--no-color']]) {
      const bare = await sitecam(['lint', WRONG_HOTEL, ...argv], { env, isTerminal: true });
      expect(bare.written.get('a.txt') ?? bare.out).not.toContain('\u001b');
    }
    expect((await sitecam(['lint', WRONG_HOTEL], { env })).out).not.toContain('\u001b');
    const colour = await sitecam(['lint', WRONG_HOTEL], { env: { ...env, FORCE_COLOR: '1' } });
    expect(colour.out).toContain('\u001b[31m');
    expect(colour.out).not.toContain('\u001b]8');
  });
});

describe('the documentation on the web', () => {
  test.each([
    [undefined, undefined],
    ['https://github.com/OWNER/sitecam#readme', undefined],
    ['sitecam', undefined],
    ['https://github.com/someone/sitecam#readme', 'https://github.com/someone/sitecam/blob/v1.2.3'],
    ['https://gitlab.com/a/b/sitecam/', 'https://gitlab.com/a/b/sitecam/-/blob/v1.2.3'],
    ['https://sitecam.example/', 'https://sitecam.example'],
  ])('of homepage %s: %s', (homepage, address) => {
    expect(docsUrl({ version: '1.2.3', ...(homepage !== undefined && { homepage }) })).toBe(address);
  });
});

describe('colours', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j, terminal %s: %s', (env, isTerminal, wanted) => {
    expect(wantsColour(undefined, on(env, isTerminal))).toBe(wanted);
    expect(wantsColour(true, on(env, isTerminal))).toBe(true);
    expect(wantsColour(false, on(env, isTerminal))).toBe(false);
  });
});
