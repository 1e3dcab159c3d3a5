// Old names of options: each still does what it did, says its new name once, and goes in a version that is to come.
import { describe, expect, test } from 'vitest';
import { DROPPED_IN, OLD_NAMES } from '../../src/cli/old-names.js';
import { program } from '../../src/cli/program.js';
import { version } from '../../src/host/package.js';
import { SMALL_PLAN } from '../support/folder.js';
import { NO_IO, type Ran, sitecam } from '../support/io.js';

const PLAN = 'plan.yaml';
const DXF = 'fixtures/import/dxf/annex.dxf';

/** A command line by `old` (the option with its value) and the same by `now`. */
const OPERANDS: Readonly<Record<string, (option: readonly string[]) => readonly string[]>> = {
  lint: (option) => [PLAN, ...option],
  verify: (option) => ['report.json', PLAN, ...option],
  draw: (option) => [PLAN, ...option],
  conflicts: (option) => [PLAN, ...option],
  inspect: (option) => [PLAN, ...option],
  models: (option) => ['DS-2CD2143*', ...option],
  rules: (option) => option,
  import: (option) => [DXF, ...option, ...(option.includes('drawn') ? ['--survey'] : ['-o', '-'])],
};

/** Values for the options that take one. */
const VALUES: Readonly<Record<string, string>> = {
  '--changed': 'no-such-revision',
  '--report-format': 'json',
  '--out': 'drawn',
  '--draw': 'drawn',
  '--thumbs': 'drawn',
};

async function run(
  command: string,
  option: string,
  value: string | undefined,
  more: readonly string[] = [],
): Promise<Ran> {
  const report = await REPORT;
  const words = [...option.split(' '), ...(value === undefined ? [] : [value])];
  return sitecam([command, ...OPERANDS[command](words), ...more], {
    given: { [PLAN]: SMALL_PLAN, 'report.json': report.out },
  });
}

const REPORT = sitecam(['lint', PLAN, '-f', 'json'], { given: { [PLAN]: SMALL_PLAN } });

describe('an old name', () => {
  test.each(OLD_NAMES.map((one) => [one.command, one.old, one.now] as const))(
    'sitecam %s %s does what %s does, and says so',
    async (command, old, now) => {
      const was = await run(command, old, VALUES[old]);
      const is = await run(command, now, VALUES[old]);
      const note = `sitecam：${old} 已改为 ${now}；旧写法自 ${DROPPED_IN} 起不再接受。\n`;
      expect(is.err).not.toContain('已改为');
      expect(was).toEqual({ ...is, err: note + is.err });
    },
  );

  test.each(OLD_NAMES.filter(({ old }) => !old.includes(' ')).map(({ command, old }) => [command, old] as const))(
    'sitecam %s %s is in no help and no completion',
    async (command, old) => {
      expect((await sitecam([command, '--help'])).out).not.toMatch(new RegExp(`${old}\\b(?!-)`));
      expect((await sitecam(['complete', 'bash', '--', command, old.slice(0, 4)])).out).not.toMatch(
        new RegExp(`^${old}\\b(?!-)`, 'm'),
      );
    },
  );

  test('is named though quiet, and for a CI job in a language that no machine chooses', async () => {
    const said = async (...more: string[]) => {
      const { err } = await sitecam(['lint', PLAN, '--fixes', '-q', '--today', '2026-11-24', ...more], {
        given: { [PLAN]: SMALL_PLAN },
        env: { LANG: 'en_US.UTF-8' },
      });
      return err.split('\n')[0];
    };
    const en = 'sitecam: --fixes is now --fix-geometry; the old form goes in 0.3.0.';
    expect(await said()).toBe(en);
    expect(await said('--as', 'ci')).toBe('sitecam：--fixes 已改为 --fix-geometry；旧写法自 0.3.0 起不再接受。');
    expect(await said('--as', 'ci', '--lang', 'en')).toBe(en);
  });

  test('is named once, and the last of both names holds', async () => {
    const { err, written } = await sitecam(['draw', PLAN, '--out', 'a', '--out', 'b', '-o', 'c'], {
      given: { [PLAN]: SMALL_PLAN },
    });
    expect(err.match(/--out /g)).toHaveLength(1);
    expect([...written.keys()].every((file) => file.startsWith('c/'))).toBe(true);
  });

  test('is there until the version that drops it', () => {
    const parts = (text: string) => text.split(/[.-]/).map(Number);
    const [now, dropped] = [parts(version()), parts(DROPPED_IN)];
    const isEarlier = now[0] < dropped[0] || (now[0] === dropped[0] && now[1] < dropped[1]);
    expect(isEarlier, `${DROPPED_IN} takes no old names: empty OLD_NAMES in src/cli/old-names.ts`).toBe(true);
  });

  test('is no name of an option that is shown', () => {
    const { commands } = program(NO_IO, 'en', () => {});
    for (const { command, old } of OLD_NAMES) {
      const shown = commands.find((one) => one.name() === command)?.options.filter(({ hidden }) => !hidden);
      if (!old.includes(' ')) expect(shown?.map(({ long }) => long)).not.toContain(old);
    }
  });
});
