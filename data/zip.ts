import { unzipSync } from 'fflate';

/** A zip file read one entry at a time, so that no more than one of them is in memory. Never unpacks more than a file says it holds. */
export class Zip {
  /** Bytes once unpacked, by name. Throws where the bytes are no zip file. */
  readonly sizes = new Map<string, number>();
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    unzipSync(bytes, { filter: ({ name, originalSize }) => !this.sizes.set(name, originalSize) });
  }

  /** undefined where there is no such entry. */
  text(name: string): string | undefined {
    const unpacked = unzipSync(this.bytes, { filter: (entry) => entry.name === name })[name];
    return unpacked && new TextDecoder().decode(unpacked);
  }
}
