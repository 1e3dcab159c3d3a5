// The list of commands that is generated from their files.
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.gen.js';
import { program } from '../../src/cli/program.js';
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
});
