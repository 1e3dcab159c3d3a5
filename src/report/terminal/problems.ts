import { Chalk } from 'chalk';
import { configMessages } from '../../config/messages.js';
import type { Locale } from '../../i18n/locale.js';
import { renderMessage } from '../../i18n/message.js';
import type { SourceProblem } from '../../source/problem.js';
import type { SourceFile } from '../../source/types.js';
import { plainText } from '../escape.js';
import { faultSpot, spotText, spotter } from '../view.js';
import { frameLines } from './frame.js';
import { screen } from './screen.js';

/** What is wrong with a configuration or a file of waivers, each at its place, as faults of a plan are shown. */
export function renderProblems(
  { problems, files }: { readonly problems: readonly SourceProblem[]; readonly files: readonly SourceFile[] },
  { locale, colour, width }: { readonly locale: Locale; readonly colour: boolean; readonly width: number },
): string {
  const paint = screen(new Chalk({ level: colour ? 1 : 0 }), width);
  const title =
    locale === 'en'
      ? `The configuration can't be used (${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}); nothing was linted.`
      : `配置不能使用（${problems.length}处错误），未作任何审查。`;
  const spot = spotter();
  const blocks = problems.map((problem) => {
    const at = faultSpot(problem, { files }, { spot });
    return [
      `${paint.strong(spotText(at, problem.place.path))}  ${paint.dim(problem.code)}`,
      ...frameLines(at, 'fail', paint),
      ...paint.wrap(plainText(renderMessage(configMessages, problem.message, locale)), 2, 4),
    ].join('\n');
  });
  return `${[paint.group('fail', title), ...blocks].join('\n\n')}\n`;
}
