// node draw.mjs: draws the pages of the API into docs/api. It ends with 1 where an export says nothing of itself,
// or a link in a docstring leads nowhere.
import { fileURLToPath } from 'node:url';
import { Application, ReflectionKind } from 'typedoc';

const app = await Application.bootstrapWithPlugins({
  options: fileURLToPath(new URL('typedoc.json', import.meta.url)),
});
const project = await app.convert();
if (project === undefined) process.exit(1);

// A refusal says what it is in its own sentence.
const refusals = project
  .getReflectionsByKind(ReflectionKind.Property | ReflectionKind.IndexSignature)
  .filter((one) => one.parent?.parent?.name.endsWith('entences') && !one.hasComment());
app.options.setValue(
  'intentionallyNotDocumented',
  refusals.map((refusal) => refusal.getFriendlyFullName()),
);
app.validate(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
await app.generateOutputs(project);
