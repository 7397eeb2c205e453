/** saxen brings no types: what is used of it here. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): Parser;
    on(event: 'closeTag', listener: (name: string) => void): Parser;
    on(event: 'text', listener: (text: string, decode: Decode) => void): Parser;
    on(event: 'cdata', listener: (text: string) => void): Parser;
    on(event: 'error', listener: (error: Error) => void): Parser;
    parse(xml: string): void;
  }
}
