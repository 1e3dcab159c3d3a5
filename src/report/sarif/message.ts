import type { Message as SarifMessage } from 'sarif';
import type { ReportView } from '../../findings/view.js';
import { inLocale, type Locale, type Localized } from '../../i18n/locale.js';
import { type Message, placeholders, renderParam } from '../../i18n/message.js';
import { plainText } from '../../render/escape.js';

/** `text` as it stands in a SARIF message: braces doubled (3.11.5), and nothing from a plan becomes a link (3.11.6). */
export function literal(text: string): string {
  const braced = text.includes('{') || text.includes('}') ? text.replace(/[{}]/g, '$&$&') : text;
  return braced.includes('](') ? braced.replace(/[\\[\]]/g, '\\$&') : braced;
}

/** A template in SARIF's positional form, `{0}`: numbered by first appearance in Chinese, the same in both languages. */
export function positional(template: Localized, locale: Locale): string {
  const names = placeholders(template.zh);
  return inLocale(template, locale).replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}|[{}]/g, (found, name?: string) =>
    name === undefined ? found + found : `{${names.indexOf(name)}}`,
  );
}

/**
 * A message with its text (what it says, then `more`: what viewers that show no taxa must still say) and with id and
 * arguments, so that a tool can speak it in another language.
 */
export function sarifMessage(
  view: ReportView,
  ruleId: string,
  message: Message,
  said: string = view.messageText(message, ruleId),
  more: readonly string[] = [],
): SarifMessage {
  const template = view.messages(ruleId)[message.id];
  const text = literal([said, ...more].join(view.locale === 'en' ? ' ' : ''));
  if (template === undefined) return { text };
  const values = placeholders(template.zh).map((name) => literal(plainText(renderParam(message, name, view.locale))));
  return { text, id: message.id, ...(values.length === 0 ? {} : { arguments: values }) };
}

/** `text` as a sentence that ends with a period, as validators ask: a question goes in brackets. */
export function closedSentence(text: string, locale: Locale): string {
  if (/[.。]$/.test(text)) return text;
  if (/[?？]$/.test(text)) return locale === 'en' ? `(${text}).` : `（${text}）。`;
  return locale === 'en' ? `${text}.` : `${text}。`;
}
