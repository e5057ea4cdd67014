import { run } from './run.js';

// Whoever reads may stop before the end, as in `burgernet export | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

process.exitCode = await run(process.argv.slice(2), process);
