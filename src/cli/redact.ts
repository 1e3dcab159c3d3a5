// `--redact`: checks of usage, and texts that take the place of details.
import { UsageError } from '../host/usage.js';
import type { Localized } from '../i18n/locale.js';
import type { PlanNames } from '../lint/redact/redact.js';

/** Options of redaction. */
export interface RedactFlags {
  readonly redact?: true;
  /** File to write the meaning of the opaque names to. */
  readonly redactMap?: string;
}

/** Options that exclude `--redact` because their output shows the plan. */
const AGAINST: readonly (readonly [option: string, flag: string, zh: string, en: string])[] = [
  ['assets', '--assets', '平面图就是图纸内容', 'drawings are the plan itself'],
  ['fixGeometry', '--fix-geometry', '改法写明位置和角度', 'edits tell places and angles'],
  ['fix', '--fix', '所列的改动是图纸原文', 'what it lists is text of the plan'],
  ['fixDryRun', '--fix-dry-run', '补丁是图纸原文', 'a patch is text of the plan'],
  ['showFiles', '--show-files', '所列的是文件名', 'what it lists are names of files'],
  ['printConfig', '--print-config', '所列的是配置的原文', 'what it lists is text of the configuration'],
];

/**
 * Throws a UsageError if `--redact` comes with an option that shows the plan, or `--redact-map` without `--redact`. `flags`
 * has all options of the command, by name in camel case.
 */
export function checkRedact(flags: RedactFlags & Readonly<Record<string, unknown>>): void {
  if (flags.redact === undefined) {
    if (flags.redactMap === undefined) return;
    throw UsageError.onOptions({
      zh: '--redact-map 只与 --redact 同用：对照表说明报告中的代号。',
      en: '--redact-map goes with --redact: it tells what the opaque names of the report stand for.',
    });
  }
  if (flags.redactMap === '') {
    throw UsageError.onOptions({ zh: '--redact-map 缺少文件名。', en: '--redact-map needs a file name.' });
  }
  for (const [option, flag, zh, en] of AGAINST) {
    if (flags[option] === undefined || flags[option] === false) continue;
    throw UsageError.onOptions({
      zh: `${flag} 不能与 --redact 同用：${zh}。`,
      en: `${flag} can't go with --redact: ${en}.`,
    });
  }
}

/**
 * True if the arguments ask for redaction. Used before parsing, so that errors in the command line are redacted too.
 */
export function asksToRedact(argv: readonly string[]): boolean {
  return argv.some((arg) => /^--redact(?:-map)?(?:=|$)/.test(arg));
}

/** Returns the JSON text of `--redact-map`: the meaning of each opaque name, plan by plan. As secret as the plans. */
export function mapText(names: readonly PlanNames[]): string {
  const plans = names.map(({ name, path, subjects }) => ({ name, path, subjects }));
  return `${JSON.stringify({ plans }, undefined, 2)}\n`;
}

/** Message that `--redact` prints in place of a usage error whose own text may name files or quote them. */
export const HIDDEN_USAGE: Localized = {
  zh: '命令、设置或者文件有误，未作任何判定。详情可能含有文件名、图纸内容，已隐去；请由持有设计图的人不加 --redact 运行查看。',
  en: 'the command, a setting or a file is wrong, and nothing was decided. The details may name files or quote the plan and are redacted; whoever holds the plan sees them without --redact.',
};

/**
 * Returns a redacted trace of an internal error: its class and its places in sitecam, no message, for that may quote
 * the plan.
 */
export function faultTrace(cause: unknown): string {
  if (!(cause instanceof Error)) return '***';
  const frames = (cause.stack ?? '').split('\n').flatMap((line) => OWN_FRAME.exec(line)?.[1] ?? []);
  return [/^\w+$/.test(cause.name) ? cause.name : 'Error', ...frames.map((frame) => `    at ${frame}`)].join('\n');
}

/** A stack frame within sitecam; captures the path from dist, src or bin on, without the folders above. */
const OWN_FRAME = /^\s+at .*\/((?:dist|src|bin)\/[\w./-]+:\d+:\d+)\)?$/;
