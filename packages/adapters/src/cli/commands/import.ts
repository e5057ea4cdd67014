import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { actsAsSystem } from '../acts-as-system.js';
import type { Run } from '../context.js';
import { usage } from '../failure.js';
import { text } from '../given.js';
import { importFiles } from '../import-files.js';
import { importPortal } from '../import-portal.js';
import { importTables } from '../import-tables.js';

const whatToImport = usage(
  'NothingToImport',
  'Name the files to import (- is standard input), or a folder of published tables with --tables.',
  'Noem de bestanden om te importeren (- is standaardinvoer), of een map met gepubliceerde tabellen met --tables.',
);
const filesOrTables = usage(
  'FilesAndTables',
  'Import files or --tables, not both at once; give them one after the other.',
  'Importeer bestanden of --tables, niet beide tegelijk; geef ze na elkaar.',
);
const onlyForTables = usage(
  'OptionWithoutTables',
  '--year and --registered-at belong to --tables; every line of a file carries its own moment.',
  '--year en --registered-at horen bij --tables; elke regel van een bestand heeft een eigen tijdstip.',
);

const onlyForPortal = usage(
  'OptionWithoutPortal',
  '--region and --columns belong to --portal.',
  '--region en --columns horen bij --portal.',
);

const idsOfTheirOwn = usage(
  'IdWithImport',
  'What is imported are many commands or events with ids of their own; leave --id out.',
  'Wat wordt geïmporteerd zijn veel opdrachten of gebeurtenissen met een eigen id; laat --id weg.',
);

/** `burgernet import`: lines of files or standard input, tables of the portal, or a folder of published tables. */
export const importCommand: Run = (context, given, files) => {
  const tables = text(given, 'tables');
  const [year, registeredAt] = [text(given, 'year'), text(given, 'registeredAt')];
  const run = (): ReturnType<Run> => {
    if (context.options.id !== undefined) return TE.left(idsOfTheirOwn);
    if (given['portal'] === true) {
      if (tables !== undefined || year !== undefined || registeredAt !== undefined)
        return TE.left(filesOrTables);
      const [region, columns] = [text(given, 'region'), text(given, 'columns')];
      return files.length === 0 ? TE.left(whatToImport) : importPortal(context, files, region, columns);
    }
    if (text(given, 'region') !== undefined || text(given, 'columns') !== undefined)
      return TE.left(onlyForPortal);
    if (tables !== undefined)
      return files.length > 0 ? TE.left(filesOrTables) : importTables(context, tables, year, registeredAt);
    if (year !== undefined || registeredAt !== undefined) return TE.left(onlyForTables);
    return files.length === 0 ? TE.left(whatToImport) : importFiles(context, files);
  };
  return pipe(TE.fromEither(actsAsSystem('import', context.options)), TE.chain(run));
};
