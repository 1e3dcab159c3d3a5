// Notifications in SARIF: unreadable plans, unusable terms and cautions.
import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import { cautionTexts } from '../../findings/cautions.js';
import { faults } from '../../findings/file-problems.js';
import { allIn, type LocalView } from '../../findings/local.js';
import { faultSpot } from '../../findings/view.js';
import { faultText, isElsewhere } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import { INTERNAL_ERROR } from '../../lint/support/internal-error.js';
import { plainText } from '../../render/escape.js';
import { literal, positional, sarifMessage } from './message.js';
import type { SarifWriter } from './result.js';

/** A statement on the log itself, such as what was cut from it. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Returns the descriptors of the faults that make plans of this run unreadable, each once. */
export function notificationDescriptors(
  { input, view }: SarifWriter,
  notices: readonly Notice[],
): ReportingDescriptor[] {
  const said = faults(input).map(({ fault, result }) => ({
    code: fault.code,
    message: isElsewhere(fault, result) ? '' : fault.message.id,
  }));
  const own = [...new Map(notices.map((notice) => [notice.id, notice])).values()].map(({ id, title }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: title },
  }));
  return [...faultDescriptors(said, view), ...own];
}

/** Codes of faults that lie in the terms of a plan. */
const OF_TERMS = /^(?:config|pack|baseline)\/|^engine\/(?:region|unusable|redacted-configuration)$/;

/** Returns the descriptors of faults in the order of their codes, each with all messages that report it. */
function faultDescriptors(
  said: Iterable<{ readonly code: string; readonly message: string }>,
  view: LocalView,
): ReportingDescriptor[] {
  const shared = view.messages('');
  const messages = new Map<string, Set<string>>();
  for (const { code, message } of said) {
    const ids = messages.get(code) ?? new Set();
    messages.set(code, ids.add(message));
  }
  return [...messages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ids]) => {
      const templates = [...ids].sort().flatMap((id) => (shared[id] === undefined ? [] : [[id, shared[id]] as const]));
      const texts = templates.map(([, template]) => inLocale(template, view.locale)).join('\n');
      const title =
        code === INTERNAL_ERROR
          ? say(view.locale, '本工具出现故障。', 'A fault of sitecam.')
          : OF_TERMS.test(code)
            ? say(
                view.locale,
                `设计图不具备审查条件：“${code}”。`,
                `A plan isn't judged for a fault of configuration, law pack or region: '${code}'.`,
              )
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

/** Returns the notifications on why plans are unreadable. They are no results, but the reason why there are none. */
export function notifications(
  writer: SarifWriter,
  descriptors: readonly ReportingDescriptor[],
  notices: readonly Notice[],
): Notification[] {
  const found = faults(writer.input)
    .filter(({ result }) => result.terms === undefined)
    .map((one) => faultNotification(one, writer, descriptors));
  const own: Notification[] = notices.map(({ id, text }) => ({
    descriptor: reference(id, descriptors),
    level: 'warning',
    message: { text: literal(text) },
  }));
  return [...found, ...own];
}

function reference(id: string, descriptors: readonly ReportingDescriptor[]) {
  return { id, index: descriptors.findIndex((one) => one.id === id) };
}

function faultNotification(
  { fault, result }: ReturnType<typeof faults>[number],
  { view, places }: SarifWriter,
  descriptors: readonly ReportingDescriptor[],
): Notification {
  const elsewhere = isElsewhere(fault, result);
  return {
    descriptor: reference(fault.code, descriptors),
    level: 'error',
    message: elsewhere
      ? { text: literal(render(faultText(fault, result, view.both), view.locale)) }
      : sarifMessage(view, '', fault.message),
    locations: [places.physical(fault.place, faultSpot(fault, result, view))],
    properties: {
      // The fault may lie in another file that the plan refers to.
      plan: plainText(result.path),
      ...(result.terms && { plans: result.terms.plans.map(plainText) }),
      // Without the names of plans that the message holds.
      ...(elsewhere && { reason: view.messageText(fault.message) }),
    },
  };
}

type ConfigurationNotices = Pick<Invocation, 'toolConfigurationNotifications'>;

/**
 * Returns why the configuration can't be used; else the plans with unusable terms, then by plan the loosened settings
 * and refused files. Empty if there is none of it.
 */
export function configurationNotices(
  writer: SarifWriter,
  descriptors: readonly ReportingDescriptor[],
): ConfigurationNotices {
  const { input, view, places } = writer;
  const { misconfigured } = input;
  if (misconfigured !== undefined) {
    const all = misconfigured.problems.map((problem): Notification => {
      const spot = faultSpot(problem, misconfigured, view);
      return {
        level: 'error',
        message: { text: literal(view.messageText(problem.message)) },
        ...(spot === undefined ? {} : { locations: [places.physical(problem.place, spot)] }),
      };
    });
    return { toolConfigurationNotifications: all };
  }
  const found = faults(input)
    .filter(({ result }) => result.terms !== undefined)
    .map((one) => faultNotification(one, writer, descriptors));
  const cautions = input.results.flatMap((result) => {
    const texts = result.ok ? allIn(cautionTexts(result), view.locale) : [];
    return texts.map(
      (text): Notification => ({ level: 'warning', message: { text: literal(`${plainText(result.path)}: ${text}`) } }),
    );
  });
  const all = [...found, ...cautions];
  return all.length === 0 ? {} : { toolConfigurationNotifications: all };
}
