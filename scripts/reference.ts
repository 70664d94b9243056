/** `npm run reference -- FOLDER`: the engine against values computed elsewhere, case by case. */
import { checkFolder, type Verdict } from './reference/checkFolder.ts';

const [, , folder = ''] = process.argv;
const counts: Record<Verdict, number> = { ok: 0, FAIL: 0, unsupported: 0 };

try {
  if (folder === '') throw new Error('which folder? npm run reference -- FOLDER');
  for (const { verdict, text } of checkFolder(folder)) {
    console.log(text);
    counts[verdict] += 1;
  }
  console.log(`${counts.ok} passed, ${counts.FAIL} failed, ${counts.unsupported} unsupported`);
  if (counts.FAIL > 0) process.exitCode = 1;
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
