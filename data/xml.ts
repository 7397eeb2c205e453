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
  let here: () => Record<string, string> = () => ({});
  let plain = (said: string): string => said;
  const attribute = (wanted: string): string | undefined => {
    const found = attributeOf(here(), wanted);
    return found?.includes('&') ? plain(found) : found;
  };
  parser.on('openTag', (name, attributes, decode) => {
    here = attributes;
    plain = decode;
    open(local(name), attribute);
  });
  parser.on('closeTag', (name) => close?.(local(name)));
  parser.on('text', (said, decode) => text?.(decode(said)));
  parser.on('cdata', (said) => text?.(said));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** By its own name, or behind any namespace (`r:id`). A sheet has a million of them: nothing is made on the way. */
function attributeOf(attributes: Record<string, string>, wanted: string): string | undefined {
  if (attributes[wanted] !== undefined) return attributes[wanted];
  for (const key in attributes) if (key.endsWith(wanted) && local(key) === wanted) return attributes[key];
  return undefined;
}
