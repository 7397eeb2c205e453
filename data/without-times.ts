const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, 00:00: the first day of the clock of a zip file. */
const NO_TIME = 0x00210000;

/** The entries of a zip file hold when they were made: put to one day, so that nothing depends on the clock. */
export function withoutTimes(zip: Buffer): Buffer {
  for (const entry of entriesOf(zip)) {
    const local = zip.readUInt32LE(entry + 42);
    zip.writeUInt32LE(NO_TIME, entry + 12);
    if (zip.readUInt32LE(local) === LOCAL) zip.writeUInt32LE(NO_TIME, local + 10);
  }
  return zip;
}

/** Where each entry of the directory at the end of a zip file begins; none where there is no such directory. */
function entriesOf(zip: Buffer): number[] {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  const entries: number[] = [];
  if (end < 0) return entries;
  let entry = zip.readUInt32LE(end + 16);
  while (entry + 46 <= end && zip.readUInt32LE(entry) === CENTRAL) {
    entries.push(entry);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return entries;
}
