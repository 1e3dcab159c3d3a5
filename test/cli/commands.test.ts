// The list of commands that is generated from their files.
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.gen.js';
import { program } from '../../src/cli/program.js';
import { SMALL_PLAN } from '../support/folder.js';
import { NO_IO, sitecam } from '../support/io.js';

const visible = (root: Command): string[] =>
  root
    .createHelp()
    .visibleCommands(root)
    .map((command) => command.name())
    .filter((name) => name !== 'help');

describe('every command', () => {
  test('is declared under the name of its file', () => {
    const names = visible(program(NO_IO, 'en', () => {}));
    expect([...names].sort()).toEqual(Object.keys(COMMANDS));
  });

  test('is offered by completion, in the order of help', async () => {
    const { out } = await sitecam(['complete', 'bash', '--', '']);
    const offered = out.split('\n').map((line) => line.split('\t')[0]);
    expect(offered.filter((word) => word in COMMANDS)).toEqual(visible(program(NO_IO, 'en', () => {})));
  });

  test('has --lang, and --color unless what it prints is for programs', () => {
    const { commands } = program(NO_IO, 'en', () => {});
    const without = (flag: string) =>
      commands.filter((one) => one.name() in COMMANDS && !one.options.some(({ long }) => long === flag));
    expect(without('--lang')).toEqual([]);
    for (const flag of ['--color', '--no-color']) {
      expect(without(flag).map((one) => one.name())).toEqual(['schema', 'completion']);
    }
  });

  test.each([
    ['lint', 'plan.yaml'],
    ['diff', 'plan.yaml', 'other.yaml'],
    ['conflicts', 'plan.yaml'],
    ['inspect', 'plan.yaml'],
    ['models', 'DS-2CD2143*'],
    ['explain', 'plan/light-leak'],
  ])('%s has colours where it is asked to, on a pipe too', async (...argv) => {
    const given = { 'plan.yaml': SMALL_PLAN, 'other.yaml': SMALL_PLAN.replace('corridor', 'hall') };
    const { out } = await sitecam([...argv, '--color'], { given });
    expect(out).toContain('\u001b[');
    expect(stripped(out)).toBe((await sitecam([...argv, '--no-color'], { given, env: { FORCE_COLOR: '1' } })).out);
  });
});

function stripped(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
