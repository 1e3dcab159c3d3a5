// Names for files made from a plan.

/**
 * Returns the name with which files made from a plan begin: that of the plan's file, without folder and ending (`b` for
 * `a/b.yaml` and `a/b.sitecam.yaml`); `stdin` for `-`.
 */
export function stem(plan: string): string {
  if (plan === '-') return 'stdin';
  const base = plan.split(/[/\\]/).at(-1) ?? plan;
  return base.replace(/(?:\.sitecam)?\.[^.]+$/, '') || 'plan';
}

/**
 * Returns `id` as part of a file name: characters that file systems may refuse are replaced, and the length is limited,
 * since a name may have 255 bytes.
 */
export function safe(id: string): string {
  const named = id.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');
  return [...named].slice(0, LONGEST).join('');
}

/** Most characters of an id, each of up to four bytes: then two ids, a number and an ending fit into 255 bytes. */
const LONGEST = 28;
