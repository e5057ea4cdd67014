import { figureShape, type Moved } from '@burgernet/projections';

/** A figure that moved, for `--json`. */
export const movedJson = ({ definition, region, year, before, after }: Moved) => ({
  name: definition.name,
  version: definition.version,
  region,
  year,
  before: figureShape(before),
  after: figureShape(after),
});
