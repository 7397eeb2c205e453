import { DIGITS } from '../packed.ts';

/** Reads back what the page holds packed. A loop of our own: the browser's `atob` knows base64 alone, and a copy of its text takes longer. */
export const UNPACK = `
  function bytesOf(text) {
    const values = new Uint8Array(128);
    [...'${DIGITS}'].forEach((digit, value) => { values[digit.charCodeAt(0)] = value; });
    const groups = Math.ceil(text.length / 5);
    const whole = text.padEnd(5 * groups, '${DIGITS.slice(-1)}');
    const words = new DataView(new ArrayBuffer(4 * groups));
    for (let group = 0; group < groups; group++) {
      let word = 0;
      for (let at = 5 * group; at < 5 * group + 5; at++) word = 85 * word + values[whole.charCodeAt(at)];
      words.setUint32(4 * group, word);
    }
    return new Uint8Array(words.buffer, 0, Math.floor(text.length * 4 / 5));
  }
  const unpacked = (id) => new Response(new Blob([bytesOf(document.getElementById(id).textContent)]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
`;
