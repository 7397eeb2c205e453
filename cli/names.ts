import path from 'node:path';

const LONGEST = 60;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A folder name for a scenario file on any system: its base name, other characters than letters, digits, `._-` as `-`. */
export function folderName(file: string): string {
  const base = path.parse(file).name.normalize('NFC');
  const plain = base.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const safe = Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '');
  if (safe === '') return 'scenario';
  return DEVICE.test(safe) ? `scenario-${safe}` : safe;
}

/** One name a file, in order, different even where the disk ignores case, none of them in `taken`. */
export function uniqueFolderNames(files: string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return files.map((file) => {
    const base = folderName(file);
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    used.add(name.toLowerCase());
    return name;
  });
}
