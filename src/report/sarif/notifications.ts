import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import { OWN_FAULT } from '../../engine/own-fault.js';
import type { LintResult } from '../../engine/types.js';
import { inLocale, say } from '../../i18n/locale.js';
import { cautionTexts } from '../cautions.js';
import { plainText } from '../escape.js';
import { faultSpot, type View } from '../view.js';
import { literal, positional, sarifMessage } from './message.js';
import type { Writer } from './result.js';

function unreadable(results: readonly LintResult[]) {
  return results.flatMap((result) => (result.ok ? [] : result.unreadable.map((fault) => ({ fault, result }))));
}

/** Something that a reader must know of the log itself. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The kinds of faults of this run that make a plan unreadable, each declared once. */
export function notificationDescriptors({ input, view }: Writer, notices: readonly Notice[]): ReportingDescriptor[] {
  const faults = unreadable(input.results).map(({ fault }) => ({ code: fault.code, message: fault.message.id }));
  const own = [...new Map(notices.map((notice) => [notice.id, notice])).values()].map(({ id, title }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: title },
  }));
  return [...faultDescriptors(faults, view), ...own];
}

/** Kinds of faults in the order of their codes, with every message that speaks of one. */
export function faultDescriptors(
  faults: Iterable<{ readonly code: string; readonly message: string }>,
  view: View,
): ReportingDescriptor[] {
  const shared = view.messages('');
  const messages = new Map<string, Set<string>>();
  for (const { code, message } of faults) {
    const ids = messages.get(code) ?? new Set();
    messages.set(code, ids.add(message));
  }
  return [...messages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ids]) => {
      const templates = [...ids].sort().flatMap((id) => (shared[id] === undefined ? [] : [[id, shared[id]] as const]));
      const texts = templates.map(([, template]) => inLocale(template, view.locale)).join('\n');
      const title =
        code === OWN_FAULT
          ? say(view.locale, '本工具出现故障。', 'A fault of sitecam.')
          : say(view.locale, `图纸无法读取：“${code}”。`, `The input can't be read: '${code}'.`);
      return {
        id: code,
        shortDescription: { text: title },
        fullDescription: { text: title },
        help: { text: [title, texts].filter((text) => text !== '').join('\n') },
        messageStrings: Object.fromEntries(
          templates.map(([id, template]) => [id, { text: positional(template, view.locale) }]),
        ),
      };
    });
}

/** What made a plan unreadable: no result, but the reason why there is none. */
export function notifications(
  writer: Writer,
  descriptors: readonly ReportingDescriptor[],
  notices: readonly Notice[],
): Notification[] {
  const { input, view, places } = writer;
  const descriptor = (id: string) => ({ id, index: descriptors.findIndex((one) => one.id === id) });
  const faults: Notification[] = unreadable(input.results).map(({ fault, result }) => ({
    descriptor: descriptor(fault.code),
    level: 'error',
    message: sarifMessage(view, '', fault.message),
    locations: [places.physical(fault.place, faultSpot(fault, result, view))],
    // The fault may lie in another file that the plan refers to.
    properties: { plan: plainText(result.path) },
  }));
  const own: Notification[] = notices.map(({ id, text }) => ({
    descriptor: descriptor(id),
    level: 'warning',
    message: { text: literal(text) },
  }));
  return [...faults, ...own];
}

type ConfigurationNotices = Pick<Invocation, 'toolConfigurationNotifications'>;

/**
 * Why the configuration can't be used; else what it loosened, and what of the author's wasn't taken, by plan; nothing
 * where there is none of it.
 */
export function configurationNotices({ input, view, places }: Writer): ConfigurationNotices {
  const { misconfigured } = input;
  if (misconfigured !== undefined) {
    const faults = misconfigured.problems.map((problem): Notification => {
      const spot = faultSpot(problem, misconfigured, view);
      return {
        level: 'error',
        message: { text: literal(view.messageText(problem.message)) },
        ...(spot === undefined ? {} : { locations: [places.physical(problem.place, spot)] }),
      };
    });
    return { toolConfigurationNotifications: faults };
  }
  return cautionNotices(
    input.results.flatMap((result) =>
      result.ok ? cautionTexts(result, view.locale).map((text) => ({ plan: plainText(result.path), text })) : [],
    ),
  );
}

export function cautionNotices(
  cautions: readonly { readonly plan: string; readonly text: string }[],
): ConfigurationNotices {
  if (cautions.length === 0) return {};
  const notice = ({ plan, text }: (typeof cautions)[number]): Notification => ({
    level: 'warning',
    message: { text: literal(`${plan}: ${text}`) },
  });
  return { toolConfigurationNotifications: cautions.map(notice) };
}
