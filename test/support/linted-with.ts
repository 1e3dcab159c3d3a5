// Lints a plan given as text through the public API.
import { type ApiOptions, lint } from '../../src/index.js';
import type { Report } from '../../src/lint/types.js';

/** Returns the report of a plan text, linted on a fixed day. Throws if the plan can't be read. */
export function lintedWith(text: string, options: Partial<ApiOptions> = {}, path = 'plan.yaml'): Report {
  const result = lint(text, { path, today: '2026-03-01', ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}
