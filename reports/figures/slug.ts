/** Names made safe for file names and page ids, one each and no two alike: `Wards A/B` → `wards-a-b`. */
export function slugs(names: string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const safe =
      name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'unnamed';
    let free = safe;
    for (let n = 2; used.has(free); n++) free = `${safe}-${n}`;
    used.add(free);
    return free;
  });
}

/** The slug of one among several named things. */
export const slugOf = (items: { name: string }[], item: { name: string }): string =>
  slugs(items.map((i) => i.name))[items.findIndex((i) => i.name === item.name)] ?? 'unnamed';
