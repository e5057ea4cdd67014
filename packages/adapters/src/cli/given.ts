/** Options as they were given on the command line, by name, before anybody looked inside. */
export type Given = Readonly<Record<string, unknown>>;

/** The text given for an option, `undefined` where none was. */
export const text = (given: Given, name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
};
