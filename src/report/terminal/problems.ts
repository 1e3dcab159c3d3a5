// Problems of configurations, waiver files and mappings on the terminal.
import { Chalk } from 'chalk';
import type { MessageTable } from '../../config/error.js';
import { configMessages } from '../../config/texts.js';
import { faultSpot, spotText, spotter } from '../../findings/view.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { renderMessage } from '../../i18n/message.js';
import { plainText } from '../../render/escape.js';
import { screen } from '../../render/screen.js';
import type { SourceProblem } from '../../source/problem.js';
import type { SourceFile } from '../../source/types.js';
import { frameLines } from './frame.js';

const CONFIGURATION: MessageTable = {
  messages: configMessages,
  title: (count) => ({
    zh: `配置不能使用（${count}处错误），未作任何审查。`,
    en: `The configuration can't be used (${count} ${count === 1 ? 'fault' : 'faults'}); nothing was linted.`,
  }),
};

/**
 * Returns the problems of a configuration, a file of waivers or a mapping, each with its source frame, as faults of a
 * plan are shown.
 */
export function renderProblems(
  {
    problems,
    files,
    words = CONFIGURATION,
  }: {
    readonly problems: readonly SourceProblem[];
    readonly files: readonly SourceFile[];
    readonly words?: MessageTable | undefined;
  },
  { locale, colour, width }: { readonly locale: Locale; readonly colour: boolean; readonly width: number },
): string {
  const paint = screen(new Chalk({ level: colour ? 1 : 0 }), width);
  const title = inLocale(words.title(problems.length), locale);
  const spot = spotter();
  const blocks = problems.map((problem) => {
    const at = faultSpot(problem, { files }, { spot });
    return [
      `${paint.strong(spotText(at, problem.place.path))}  ${paint.dim(problem.code)}`,
      ...frameLines(at, 'fail', paint),
      ...paint.wrap(plainText(renderMessage(words.messages, problem.message, locale)), 2, 4),
    ].join('\n');
  });
  return `${[paint.group('fail', title), ...blocks].join('\n\n')}\n`;
}
