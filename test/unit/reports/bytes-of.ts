import { UNPACK } from '../../../reports/page/browser/unpack.ts';

/** The bytes that a page holds as text, read by the page's own script. */
export const bytesOf = new Function(`${UNPACK}; return bytesOf;`)() as (text: string) => Uint8Array;
