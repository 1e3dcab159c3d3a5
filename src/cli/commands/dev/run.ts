// The run of `sitecam dev`: serves a plan until somebody ends it.

import { type PlanFlags, planOptions } from '../../../host/config/lint-options.js';
import { checkPersona, personaOf } from '../../../host/config/persona.js';
import type { ExitCode, Io } from '../../../host/io.js';
import { type PlanInput, selectPlans } from '../../../host/plans/select.js';
import { Events } from '../../../host/serve/events.js';
import { LivePlan } from '../../../host/serve/live-plan.js';
import { pageFile } from '../../../host/serve/page.js';
import { startServer } from '../../../host/serve/server.js';
import { Suggestions } from '../../../host/serve/suggest.js';
import { newToken } from '../../../host/serve/token.js';
import { UsageError } from '../../../host/usage.js';
import { createWatch } from '../../../host/watch/watch.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { faultText } from '../../fault-text.js';
import { say } from '../../say.js';

interface DevFlags extends PlanFlags {
  readonly as?: string;
  readonly port?: string;
  readonly open?: true;
  readonly readOnly?: true;
  readonly poll?: true;
}

/**
 * Serves the page of a plan until Ctrl+C. Returns 0, or 3 if there is no such plan. Without `plan` serves the only one of the
 * current folder; throws a UsageError if there are several, or for `-`.
 */
export async function devCommand(plan: string | undefined, flags: DevFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const persona = personaOf(flags.as);
  checkPersona(persona, { ...flags });
  const port = portOf(flags.port);
  const isReviewer = persona === 'reviewer';
  const { path, fault } = await planOf(plan, io, isReviewer);
  if (fault !== undefined) {
    io.err(`sitecam${say(locale, '：', ': ')}${plainText(render(fault, locale))}\n`);
    return 3;
  }
  const events = new Events();
  const readOnly = isReviewer || flags.readOnly === true;
  const live = await LivePlan.open(path, io, {
    readOnly,
    suggests: true,
    terms: (seen) => planOptions(path, flags, persona, seen),
    tell: (event) => events.send(event),
  });
  const suggestions = new Suggestions(live, flags);
  const watch = createWatch(io, { poll: flags.poll === true });
  const token = newToken();
  const server = await startServer(
    {
      plan: live,
      events,
      token,
      page: (address) => pageFile(address, locale),
      suggest: (request, signal) => suggestions.answer(request, signal),
      wrote: watch.wrote,
      onFault: (error) => io.err(faultText(error, io.env, locale, false)),
    },
    port,
  );
  try {
    const address = `${server.origin}/#t=${token}`;
    io.out(`${address}\n`);
    if (flags.open === true) io.browse(address, () => io.err(notOpened(locale)));
    while ((await watch.wait(() => live.seen)) === 'changed') await live.look();
    return 0;
  } finally {
    suggestions.close();
    events.close();
    server.close();
  }
}

/** Returns the plan to serve. Throws a UsageError if `plan` is standard input, or absent and there are several. */
async function planOf(plan: string | undefined, io: Io, all: boolean): Promise<PlanInput> {
  if (plan === '-') {
    throw UsageError.onOptions({
      zh: 'dev 须给出设计图文件，不能用于标准输入“-”。',
      en: "dev is for a plan file; standard input ('-') has none to watch.",
    });
  }
  const { plans } = await selectPlans(plan === undefined ? [] : [plan], {}, io, () => [], { all });
  if (plans.length === 1) return plans[0];
  const some = plans.slice(0, SOME).map(({ path }) => path);
  throw new UsageError({
    zh: `有${plans.length}份设计图（${some.join('、')}${plans.length > SOME ? '等' : ''}），请指明其中一份。`,
    en: `there are ${plans.length} plans (${some.join(', ')}${plans.length > SOME ? ', …' : ''}); name one of them.`,
  });
}

/** Most plans that a message names. */
const SOME = 5;

/** Returns the port that `--port` names, 0 for any. Throws a UsageError if it is no whole number from 1 to 65535. */
function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw UsageError.onOptions({
    zh: `--port 的取值“${text}”无法识别，应为1～65535的整数。`,
    en: `--port '${text}' is no whole number from 1 to 65535.`,
  });
}

function notOpened(locale: Locale): string {
  return say(
    locale,
    'sitecam：未能打开浏览器，请自行打开上面的地址。\n',
    'sitecam: no browser could be opened; open the address above yourself.\n',
  );
}
