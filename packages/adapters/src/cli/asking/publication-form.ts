import { both } from '@burgernet/domain';
import { derivedId } from '../../commands/event-id.js';
import type { Form } from './form.js';

/** How what was published is recorded: a command a table. */
export const publish: Form = {
  line: 'publication add',
  says: both(
    'record what was published, from a file with its tables as JSON (- is standard input)',
    'leg vast wat gepubliceerd is, uit een bestand met de tabellen als JSON (- is standaardinvoer)',
  ),
  kind: 'publication',
  type: 'PublishFigures',
  target: ({ region, title }) => derivedId(`publication/${region}/${title}`),
  args: [],
  options: [],
  defaults: [],
};
