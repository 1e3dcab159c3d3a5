// Text for a fault of sitecam itself.
import { ViewshedMismatch } from '../geometry/visibility/mismatch.js';
import { PlanFault } from '../host/batch/fault.js';
import { codeOf } from '../host/files/refusal.js';
import type { Io } from '../host/io.js';
import type { Locale } from '../i18n/locale.js';
import { plainText } from '../render/escape.js';
import { faultTrace } from './redact.js';
import { say } from './say.js';

/**
 * Returns the message for a fault of sitecam itself. The stack comes only with SITECAM_STACK, because it shows paths of
 * the machine. If `redacted`, gives the place in the program only: the error's own message may quote the plan.
 */
export function faultText(error: unknown, env: Io['env'], locale: Locale, redacted: boolean): string {
  const head = say(
    locale,
    'sitecam：本工具自身出现故障，并非设计图的问题，未作出任何判定。请附以下内容反馈：\n',
    'sitecam: a fault of sitecam itself, not of the plan; nothing was decided. Please report it with this text:\n',
  );
  const cause = error instanceof PlanFault ? error.cause : error;
  if (redacted) return `${head}${faultTrace(cause)}\n`;
  const plan = error instanceof PlanFault ? plainText(error.plan) : undefined;
  const where = plan === undefined ? '' : say(locale, `设计图 ${plan}\n`, `plan ${plan}\n`);
  return `${head}${where}${detailOf(cause, env, locale)}\n`;
}

function detailOf(cause: unknown, { SITECAM_STACK: asked = '' }: Io['env'], locale: Locale): string {
  const verified = mismatch(cause, locale);
  if (verified !== undefined) return verified;
  const text = cause instanceof Error ? errorText(cause, asked !== '') : plainText(String(cause));
  if (asked !== '') return text;
  const hint = say(
    locale,
    '设置环境变量 SITECAM_STACK=1 再运行，可得出错位置。',
    'Set SITECAM_STACK=1 and run again to see where.',
  );
  return `${text}\n${hint}`;
}

function errorText(error: Error, stack: boolean): string {
  if (stack && error.stack !== undefined) return error.stack;
  const code = codeOf(error);
  return `${error.name}${code === undefined ? '' : ` [${code}]`}: ${plainText(error.message)}`;
}

/** Returns what `--verify` found; undefined if the error is no ViewshedMismatch. */
function mismatch(error: unknown, locale: Locale): string | undefined {
  if (!(error instanceof ViewshedMismatch)) return undefined;
  const { eye, areas } = error;
  const [x, y] = eye.map((value) => value.toFixed(3));
  const figures = [areas.expansion, areas.sweep, areas.difference].map((area) => area.toFixed(6));
  return locale === 'en'
    ? `--verify: of the view from (${x}, ${y}) one algorithm says ${figures[0]} m², the other ${figures[1]} m²; they differ on ${figures[2]} m².`
    : `--verify：自（${x}，${y}）处的视域，一种算法为 ${figures[0]} 平方米，另一种为 ${figures[1]} 平方米，不一致的部分为 ${figures[2]} 平方米。`;
}
