import { type ApiOptions, lint } from '../../src/index.js';
import type { Report } from '../../src/lint/types.js';

/** A plan of one text, linted on a fixed day, that can be read. */
export function lintedWith(text: string, options: Partial<ApiOptions> = {}, path = 'plan.yaml'): Report {
  const result = lint(text, { path, today: '2026-03-01', ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}
