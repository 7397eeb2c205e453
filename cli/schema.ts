import { EXIT, type ExitCode } from './exit.ts';
import { print } from './terminal.ts';

/** `d2a schema`: what an editor needs to complete and check a scenario file. */
export async function schema(): Promise<ExitCode> {
  print(await schemaText());
  return EXIT.done;
}

export async function schemaText(): Promise<string> {
  const { jsonSchema } = await import('../scenarios/index.ts');
  return JSON.stringify(jsonSchema(), null, 2);
}
