import { isOwnFault } from '../../engine/own-fault.js';
import type { UnreadableReport } from '../../engine/types.js';
import { say } from '../../i18n/locale.js';
import { plainText } from '../escape.js';
import { faultSpot, spotText, type View } from '../view.js';
import { frameLines } from './frame.js';
import type { Screen } from './screen.js';

/** A plan that can't be read: that there is no verdict, then each fault at its place. */
export function unreadableBlocks(result: UnreadableReport, view: View, paint: Screen): string[] {
  const count = result.unreadable.length;
  const title = isOwnFault(result)
    ? say(view.locale, '本工具出现故障，未作任何判定。', 'A fault of sitecam; no verdicts.')
    : view.locale === 'en'
      ? `The plan can't be read (${count} ${count === 1 ? 'fault' : 'faults'}); no verdicts.`
      : `图纸无法读取（${count}处错误），未作任何判定。`;
  const faults = result.unreadable.map((fault) => {
    const spot = faultSpot(fault, result, view);
    return [
      `${paint.strong(spotText(spot, fault.place.path))}  ${paint.dim(fault.code)}`,
      ...frameLines(spot, 'fail', paint),
      ...paint.wrap(view.messageText(fault.message), 2, 4),
    ].join('\n');
  });
  return [`${paint.group('fail', title)}  ${paint.dim(plainText(result.path))}`, ...faults];
}
