/** What a row of the portal may say of an action. */
export const portalFields = [
  'action',
  'start',
  'end',
  'type',
  'municipality',
  'tick',
  'calls',
  'calls-112',
  'app',
] as const;
/** One of {@link portalFields}. */
export type PortalField = (typeof portalFields)[number];

/** Without these a row says nothing. */
export const neededFields: ReadonlyArray<PortalField> = ['action', 'start', 'end'];

/** The headers by which each is known, in lower case; the map is documented in docs/how-to/import-portal.md. */
const headers: Readonly<Record<PortalField, ReadonlyArray<string>>> = {
  action: ['action', 'actie', 'action number', 'actienummer', 'actie-id', 'id'],
  start: ['start', 'started', 'begin', 'starttijd', 'begintijd', 'start time'],
  end: ['end', 'ended', 'eind', 'einde', 'eindtijd', 'end time'],
  type: ['type', 'soort', 'soort actie', 'type of action', 'actietype'],
  municipality: ['municipality', 'gemeente', 'gemeentecode', 'municipality code'],
  tick: ['tick', 'success', 'succes', 'succesvinkje', 'succes-vinkje', 'vinkje'],
  calls: ['calls', '0800-0011', 'calls 0800-0011', 'telefoontjes', 'telefoontjes 0800-0011'],
  'calls-112': ['112', 'calls 112', 'telefoontjes 112'],
  app: ['app', 'responses by the app', 'app-reacties', 'reacties via de app'],
};

const plain = (header: string): string => header.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Which column holds what; a column that says nothing of an action is passed over. */
export type PortalColumns = ReadonlyMap<PortalField, number>;

/**
 * Finds the columns by their headers.
 *
 * @param named headers that were given for fields, instead of the known ones
 * @returns the columns, or the field that has none, or that has two
 */
export const columnsOf = (
  header: ReadonlyArray<string>,
  named: ReadonlyMap<PortalField, string>,
): PortalColumns | { readonly missing: PortalField } | { readonly twice: PortalField } => {
  const columns = new Map<PortalField, number>();
  for (const field of portalFields) {
    const given = named.get(field);
    const known = given === undefined ? headers[field] : [plain(given)];
    const found = header.flatMap((cell, at) => (known.includes(plain(cell)) ? [at] : []));
    const [column, second] = found;
    if (second !== undefined) return { twice: field };
    if (column !== undefined) columns.set(field, column);
    else if (given !== undefined || neededFields.includes(field)) return { missing: field };
  }
  return columns;
};
