import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** gzip in base64: a tenth of the size, and no character of it can end a script element. */
export async function packed(text: string | Uint8Array): Promise<string> {
  return (await promisify(gzip)(text, { level: 9 })).toString('base64');
}
