import { Parser } from 'saxen';

/** What is met in a text of XML, in its order. Names come without their namespace. */
export interface Listener {
  open: (name: string, attribute: (name: string) => string | undefined) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Throws where the text is no XML. */
export function walkXml(xml: string, { open, close, text }: Listener): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) =>
    open(local(name), (wanted) => {
      const found = Object.entries(attributes()).find(([key]) => local(key) === wanted)?.[1];
      return found && decode(found);
    }),
  );
  parser.on('closeTag', (name) => close?.(local(name)));
  parser.on('text', (said, decode) => text?.(decode(said)));
  parser.on('cdata', (said) => text?.(said));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
