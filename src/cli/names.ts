/** The name that files made of a plan begin with: that of the plan's file. */
export function stem(plan: string): string {
  if (plan === '-') return 'stdin';
  const base = plan.split(/[/\\]/).at(-1) ?? plan;
  return base.replace(/\.[^.]+$/, '') || 'plan';
}

/** An id may hold anything; a file's name may not. */
export function safe(id: string): string {
  return id.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');
}
