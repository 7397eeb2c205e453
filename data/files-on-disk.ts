import { dirname, relative, resolve, sep } from 'node:path';
import type { Files } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { readOrdinary } from './ordinary-file.ts';

/** The files of this machine. */
export const filesOnDisk: Files = {
  find: (name, namedIn) => (namedIn === undefined ? resolve(name) : resolve(dirname(namedIn), name)),
  shown(file, beside) {
    const from = beside === undefined ? process.cwd() : dirname(beside);
    return relative(from, file).split(sep).join('/') || file;
  },
  read(file, largest) {
    const bytes = readOrdinary(file, largest);
    return { bytes, sha256: fingerprint(bytes) };
  },
};
