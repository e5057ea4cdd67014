// node run-lines.mjs: runs the commands that stand on standard input, {"words", "into"} a line, with the built
// command, one after the other in one process. What one prints goes to the file `into` where one is named. How
// each ended is printed as a JSON object: its status, and what a terminal would show.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { run } from '../../packages/adapters/dist/cli/run.js';

// Help goes to the process's own output.
const print = process.stdout.write.bind(process.stdout);

for await (const line of createInterface({ input: process.stdin })) {
  const { words, into } = JSON.parse(line);
  let [shown, written] = ['', ''];
  const onScreen = (text) => {
    shown += text;
    return true;
  };
  const inFile = (text) => {
    written += text;
    return true;
  };
  const ours = {
    env: process.env,
    stdin: process.stdin,
    stdout: { write: into === undefined ? onScreen : inFile },
    stderr: { write: onScreen },
  };
  process.stdout.write = ours.stdout.write;
  const status = await run(words, ours);
  process.stdout.write = print;
  if (into !== undefined) writeFileSync(into, written);
  print(`${JSON.stringify({ status, shown })}\n`);
}
