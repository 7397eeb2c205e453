// Prints vitest's counts as "N passed, N failed". A file that could not be loaded counts as one failed test.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const brokenFiles = testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
);
const failed = numFailedTests + brokenFiles.length;

if (numPendingTests > 0) process.stdout.write(`${numPendingTests} skipped\n`);
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
