import { z } from 'zod';
import { CONFIDENCE } from '../source/provenance.ts';
import type { Meta } from './field.ts';
import { scenarioSchema } from './scenario.ts';

/** As much of JSON Schema (draft 7) as is used here. */
export interface SchemaNode {
  type?: string | string[];
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  items?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  additionalProperties?: SchemaNode | boolean;
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  $ref?: string;
  /** What the field guide says of it; not part of the schema that is written out. */
  guide?: Partial<Meta>;
  list?: boolean;
}

let made: SchemaNode | null = null;

/** The schema with what the field guide needs, made once. */
export function editorSchema(): SchemaNode {
  made ??= z.toJSONSchema(scenarioSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => complete(jsonSchema as SchemaNode),
  }) as SchemaNode;
  return made;
}

/**
 * For editors: completes and checks a scenario file while it is written (`# yaml-language-server: $schema=…`).
 * No key is required here: a file that `extends` another leaves out what it inherits, and `d2a validate` says what is missing.
 */
export function jsonSchema(): object {
  const { type, properties } = forEditors(editorSchema());
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return {
    $schema,
    title: 'D2A capacity simulator: scenario file',
    type,
    properties,
    additionalProperties: false,
    definitions: DEFINITIONS,
  };
}

function forEditors(node: SchemaNode): SchemaNode {
  const { guide, list, required, oneOf, properties, additionalProperties, ...rest } = node;
  const result: SchemaNode = rest;
  if (oneOf) result.anyOf = oneOf.map(forEditors);
  if (properties)
    result.properties = Object.fromEntries(Object.entries(properties).map(([key, below]) => [key, forEditors(below)]));
  if (typeof additionalProperties === 'object')
    result.additionalProperties = { anyOf: [forEditors(additionalProperties), reference('removed')] };
  else if (additionalProperties !== undefined) result.additionalProperties = additionalProperties;
  return result;
}

const text = { type: 'string' };
/** What may stand beside any value: written once, and referred to. */
const NOTES: Record<string, SchemaNode> = {
  source: { ...text, description: 'Where this is from: a document, a table, a date' },
  assumption: { ...text, description: 'Why this is assumed, where there is no source' },
  confidence: { ...text, enum: CONFIDENCE, description: 'How sure it is' },
  low: { type: ['string', 'number'], description: 'The lowest it may be' },
  high: { type: ['string', 'number'], description: 'The highest it may be' },
};

const reference = (name: string): SchemaNode => ({ $ref: `#/definitions/${name}` });
const NOTE_REFERENCES = Object.fromEntries(Object.keys(NOTES).map((key) => [key, reference(key)]));

const noted = (value: SchemaNode): SchemaNode => ({
  type: 'object',
  properties: { value, ...NOTE_REFERENCES },
  required: ['value'],
  additionalProperties: false,
  description: 'A value with where it is from',
});
const TEXT_OR_NUMBER = { type: ['string', 'number'] };
const DEFINITIONS: Record<string, SchemaNode> = {
  ...NOTES,
  removed: { const: 'removed', description: 'Takes out what the file below says' },
  'noted-text': noted(text),
  'noted-number': noted({ type: 'number' }),
  'noted-text-or-number': noted(TEXT_OR_NUMBER),
  'noted-list': noted({ anyOf: [TEXT_OR_NUMBER, { type: 'array', items: TEXT_OR_NUMBER }] }),
};

function complete(node: SchemaNode): void {
  if (node.guide?.editor) asValue(node, node.guide.editor);
  else if (node.type === 'object') addNotes(node);
}

/** A value as it stands, or a map that also says where it is from. */
function asValue(node: SchemaNode, editor: Meta['editor']): void {
  const types = editor.type.join('-or-').replace('string', 'text');
  const plain: SchemaNode = editor.enum
    ? { enum: editor.enum }
    : { type: editor.type.length === 1 ? (editor.type[0] ?? 'string') : editor.type };
  const name = node.list ? 'noted-list' : `noted-${types === 'number-or-text' ? 'text-or-number' : types}`;
  const list = node.list ? [{ type: 'array', items: plain }] : [];
  node.anyOf = [plain, ...list, reference(name)];
  node.description = [node.guide?.meaning, node.guide?.units].filter(Boolean).join('. Units: ');
}

function addNotes(node: SchemaNode): void {
  if (typeof node.additionalProperties === 'object') delete (node as { propertyNames?: unknown }).propertyNames;
  node.properties = { ...node.properties, ...NOTE_REFERENCES };
}
