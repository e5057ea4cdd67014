// node several-commands.mjs: runs the command lines that stand on standard input, a JSON array of words a
// line, with the built command, one after the other in one process; prints how each ended as a JSON object.
import { createInterface } from 'node:readline';
import { run } from '../../../packages/adapters/dist/cli/run.js';

for await (const line of createInterface({ input: process.stdin })) {
  const ended = { status: 0, stdout: '', stderr: '' };
  const into = (name) => ({
    write: (text) => {
      ended[name] += text;
      return true;
    },
  });
  const ours = { env: process.env, stdin: process.stdin, stdout: into('stdout'), stderr: into('stderr') };
  ended.status = await run(JSON.parse(line), ours);
  console.log(JSON.stringify(ended));
}
