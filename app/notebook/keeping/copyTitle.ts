import { LIMITS } from '../../../engine/experiment/limits.ts';

/** `Curvature` → `Curvature (copy)` → `Curvature (copy 2)`, never longer than a title may be. */
export function copyTitle(title: string): string {
  const [, base = title, counted = '1'] = /^(.*) \(copy(?: (\d{1,4}))?\)$/su.exec(title) ?? [];
  const suffix = base === title ? ' (copy)' : ` (copy ${Number(counted) + 1})`;
  const cut = base.slice(0, LIMITS.title - suffix.length).replace(/[\ud800-\udbff]$/, '');
  return (cut + suffix).trim();
}
