// Commands that can't be redacted, and why.
import { type Command, Option } from 'commander';
import { UsageError } from '../host/usage.js';

/** Commands whose output is the plan itself, each with the reason. */
const REFUSED: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  draw: ['图就是图纸内容', 'a drawing is the plan itself'],
  inspect: ['所列的都是图纸内容', 'all that it lists is of the plan'],
  diff: ['所列的改动都是图纸内容', 'the changes it lists are of the plan'],
  baseline: ['比对基准按编号记录，与设计图同样保密', 'a baseline goes by ids, and is as secret as the plans'],
  import: ['写出的就是设计图', 'what it writes is a plan'],
  merge: [
    '记录在审查时隐去，合并后仍是隐去的',
    'records are redacted when they are made, and stay so when they are merged',
  ],
};

/**
 * Declares a hidden `--redact` on commands that can't have it, to throw a UsageError with the reason; an unknown option
 * would give none.
 */
export function refuseRedact(root: Command): void {
  for (const command of root.commands) {
    const name = command.name();
    if (!Object.hasOwn(REFUSED, name)) continue;
    const [zh, en] = REFUSED[name];
    command.addOption(new Option('--redact').hideHelp()).on('option:redact', () => {
      throw UsageError.onOptions({
        zh: `${name} 不能与 --redact 同用：${zh}。只有 lint 的报告可以隐去图纸内容（lint --redact）。`,
        en: `${name} can't go with --redact: ${en}. Only the reports of lint can be redacted (lint --redact).`,
      });
    });
  }
}
