/** How d2a was started, so that what it says to type can be typed: npx is there where the command itself is not. */
export const D2A = calledBy(process.env);

export function calledBy({ npm_lifecycle_event: event, npm_lifecycle_script: script = '' }: NodeJS.ProcessEnv): string {
  return event === 'npx' && /^\W*d2a\b/.test(script) ? 'npx d2a' : 'd2a';
}
