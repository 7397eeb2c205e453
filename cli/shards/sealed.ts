import { fingerprint } from '../../data/fingerprint.ts';

/** A line of a shard ends with a sum over the rest of it and over the shard's head: a line changed since, or taken from another shard, shows. */
export function sealed(value: object, head: string): string {
  const text = JSON.stringify(value);
  return `${text.slice(0, -1)},"sum":"${sumOf(text, head)}"}`;
}

/** null: it is not as it was written. */
export function unsealed(line: string, head: string): Record<string, unknown> | null {
  const [, body, sum] = /^(\{.*),"sum":"([0-9a-f]{16})"\}$/s.exec(line) ?? [];
  if (body === undefined || sumOf(`${body}}`, head) !== sum) return null;
  return JSON.parse(`${body}}`) as Record<string, unknown>;
}

/** What ties the lines to a head, of the head's own line. */
export const sealOf = (line: string): string => fingerprint(line);

const sumOf = (text: string, head: string): string => fingerprint(head + text).slice(0, 16);
