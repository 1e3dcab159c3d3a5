import { rule as criterion } from './coverage/criterion.js';
import { rule as declared } from './coverage/declared.js';
import { rule as protectedRule } from './coverage/protected.js';
import type { Rule } from './rule.js';
import { rule as expired } from './waiver/expired.js';
import { rule as forbidden } from './waiver/forbidden.js';
import { rule as unknown } from './waiver/unknown.js';
import { rule as unused } from './waiver/unused.js';

/** Every rule, sorted by id (code units). */
export const rules: readonly Rule[] = [criterion, declared, protectedRule, expired, forbidden, unknown, unused].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);
