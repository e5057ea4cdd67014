import { load, openStore } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { ReadModels } from '@burgernet/projections';

/** How many events a store holds, read into all read models; `url` such as `sqlite:burgernet.db`. */
export const eventsOf = async (url: string): Promise<number> => {
  const opened = await openStore(url, 'read')();
  if (opened._tag === 'Left') throw new Error(opened.left.text.en);
  const read = await load(opened.right, domainRegistry(), new ReadModels())();
  await opened.right.close();
  if (read._tag === 'Left') throw new Error(read.left.text.en);
  return read.right.position;
};
