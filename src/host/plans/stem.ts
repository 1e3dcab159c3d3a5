/** The name that files made of a plan begin with: that of the plan's file. */
export function stem(plan: string): string {
  if (plan === '-') return 'stdin';
  const base = plan.split(/[/\\]/).at(-1) ?? plan;
  return base.replace(/\.[^.]+$/, '') || 'plan';
}

/** An id may hold anything; a file's name may not, and not at any length: file systems take 255 bytes. */
export function safe(id: string): string {
  const named = id.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');
  return [...named].slice(0, LONGEST).join('');
}

/** Characters of up to four bytes: two names, a number and an ending fit. */
const LONGEST = 28;
