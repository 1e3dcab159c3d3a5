// Messages in SARIF.
import type { Message as SarifMessage } from 'sarif';
import type { LocalView } from '../../findings/local.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { choices, type Message, placeholders, renderParam } from '../../i18n/message.js';
import { plainText } from '../../render/escape.js';

/**
 * Returns `text` escaped for a SARIF message (SARIF 2.1.0, 3.11.5 and 3.11.6): braces are doubled, and no text of a
 * plan can become a link.
 */
export function literal(text: string): string {
  const braced = text.includes('{') || text.includes('}') ? text.replace(/[{}]/g, '$&$&') : text;
  return braced.includes('](') ? braced.replace(/[\\[\]]/g, '\\$&') : braced;
}

/**
 * Returns what the arguments of a template are made of: its placeholders by first appearance in Chinese, so that both
 * languages agree, then its choices by number, which SARIF has no form for.
 */
function argumentsOf(template: Localized, locale: Locale): readonly string[] {
  return [...placeholders(template.zh), ...choices(render(template, locale))];
}

/**
 * Returns a template with its placeholders numbered as SARIF wants them (`{0}`), in one language, with other braces
 * doubled.
 */
export function positional(template: Localized, locale: Locale): string {
  const all = argumentsOf(template, locale);
  return render(template, locale).replace(/\{([a-zA-Z][a-zA-Z0-9]*(?:\|[^{}]*)?)\}|[{}]/g, (found, braced?: string) =>
    braced === undefined ? found + found : `{${all.indexOf(braced)}}`,
  );
}

/**
 * Returns a message as text (`said`, then `more` for viewers that show no taxa), and with id and arguments for tools
 * that render it in another language.
 */
export function sarifMessage(
  view: LocalView,
  ruleId: string,
  message: Message,
  said: string = view.messageText(message, ruleId),
  more: readonly string[] = [],
): SarifMessage {
  const template = view.messages(ruleId)[message.id];
  const text = literal([said, ...more].join(view.locale === 'en' ? ' ' : ''));
  if (template === undefined) return { text };
  const values = argumentsOf(template, view.locale).map((braced) =>
    literal(plainText(renderParam(message, braced, view.locale))),
  );
  return { text, id: message.id, ...(values.length === 0 ? {} : { arguments: values }) };
}
