// The text of a verdict's message, also of one that a test made by hand.
import type { Text } from '../../src/i18n/catalogue.js';
import { type Locale, render } from '../../src/i18n/locale.js';
import { type Message, renderMessage } from '../../src/i18n/message.js';
import type { Rule } from '../../src/rules/rule.js';

/** Returns the text of a verdict's message or advice; throws if the rule has no message of that id. */
export function messageText(rules: readonly Rule[], rule: string, message: Message | Text, locale: Locale): string {
  if ('zh' in message) return render(message, locale);
  return renderMessage(rules.find(({ id }) => id === rule)?.messages ?? {}, message, locale);
}
