// Notifications in SARIF: unreadable plans, unusable terms and cautions.

import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import { cautionTexts } from '../../findings/cautions.js';
import { faults } from '../../findings/file-problems.js';
import { allIn } from '../../findings/local.js';
import { faultSpot } from '../../findings/view.js';
import { faultText, isElsewhere } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/locale.js';
import { INTERNAL_ERROR } from '../../lint/support/internal-error.js';
import { plainText } from '../../render/escape.js';
import { literal, positional, sarifMessage } from './message.js';
import type { SarifWriter } from './result.js';
import { t } from './texts.js';

/** A statement on the log itself, such as what was cut from it. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Codes of faults that lie in the terms of a plan. */
const OF_TERMS = /^(?:config|pack|baseline)\/|^engine\/(?:region|no-law|unusable|redacted-configuration)$/;

/**
 * Returns the descriptors of the faults that make plans of this run unreadable, in the order of their codes and each
 * with all messages that report it; then those of the notices.
 */
export function notificationDescriptors(
  { input, view }: SarifWriter,
  notices: readonly Notice[],
): ReportingDescriptor[] {
  const shared = view.messages('');
  const messages = new Map<string, Set<string>>();
  for (const { fault, result } of faults(input)) {
    const ids = messages.get(fault.code) ?? new Set();
    messages.set(fault.code, ids);
    if (!isElsewhere(fault, result)) ids.add(fault.message.id);
  }
  const ofFaults = [...messages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, ids]) => {
      const used = [...ids].sort().filter((id) => shared[id] !== undefined);
      const about = code === INTERNAL_ERROR ? t.ownFault : (OF_TERMS.test(code) ? t.unjudged : t.unreadable)({ code });
      const title = render(about, view.locale);
      return {
        ...titled(code, title, [title, ...used.map((id) => render(shared[id], view.locale))].join('\n')),
        messageStrings: Object.fromEntries(used.map((id) => [id, { text: positional(shared[id], view.locale) }])),
      };
    });
  const own = new Map(notices.map(({ id, title }) => [id, titled(id, title)]));
  return [...ofFaults, ...own.values()];
}

function titled(id: string, title: string, help = title): ReportingDescriptor {
  return { id, shortDescription: { text: title }, fullDescription: { text: title }, help: { text: help } };
}

/**
 * Returns the notifications on why plans can't be read, then the notices. They are no results, but the reason why there
 * are none. Faults of the terms are in {@link configurationNotices}.
 *
 * @param descriptors those of {@link notificationDescriptors}: each notification refers to its own by id and index
 */
export function notifications(
  writer: SarifWriter,
  descriptors: readonly ReportingDescriptor[],
  notices: readonly Notice[],
): Notification[] {
  const found = faults(writer.input)
    .filter(({ result }) => result.terms === undefined)
    .map((one) => faultNotification(one, writer, descriptors));
  const own = notices.map(({ id, text }) => ({ descriptor: reference(id, descriptors), ...warning(text) }));
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
 * Returns the notifications on the configuration: if it can't be used, its problems; else the faults of plans that
 * can't be judged on their terms, then the cautions of each plan. Empty if there are none.
 *
 * @param descriptors as of {@link notifications}
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
  const unjudged = faults(input)
    .filter(({ result }) => result.terms !== undefined)
    .map((one) => faultNotification(one, writer, descriptors));
  const cautions = input.results.flatMap((result) => {
    const texts = result.ok ? allIn(cautionTexts(result), view.locale) : [];
    return texts.map((text) => warning(`${plainText(result.path)}: ${text}`));
  });
  const all = [...unjudged, ...cautions];
  return all.length === 0 ? {} : { toolConfigurationNotifications: all };
}

function warning(text: string): Notification {
  return { level: 'warning', message: { text: literal(text) } };
}
