// The same in CommonJS, as Node 22.12 and later run it.
import action = require('@burgernet/domain/action');
import projections = require('@burgernet/projections');

export const isCommand = (body: unknown): boolean => action.decodePlain(action.ActionCommand, body).ok;
export const names: ReadonlyArray<string> = projections.currentDefinitions.map(({ name }) => name);
