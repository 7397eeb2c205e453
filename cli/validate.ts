import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { givenBy, givenText } from './given.ts';
import { refuseTooLarge } from './memory.ts';
import { readScenarios, warningsOf } from './read-scenarios.ts';
import { colours, complain, harmless, print } from './terminal.ts';
import { wrap } from './wrap.ts';

/** `d2a validate`: every file is judged, whatever the others hold. */
export async function validate(files: string[], over?: string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  for (const given of givenBy(files, over)) {
    try {
      const [read] = await readScenarios([given]);
      if (read) await refuseTooLarge([{ name: givenText(given), scenario: read.scenario }]);
      print(`${harmless(givenText(given))}: ${colours.out.green('no mistakes')}`);
      for (const { text } of read ? await warningsOf(read) : [])
        print(wrap(`  ${colours.out.yellow('Warning:')} ${harmless(text)}`, '    '));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      complain(error.message);
      exitCode = EXIT.input;
    }
  }
  return exitCode;
}
