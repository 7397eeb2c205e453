import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
