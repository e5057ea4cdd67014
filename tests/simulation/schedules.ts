const { BURGERNET_SCHEDULES: count, BURGERNET_SEED: seed, BURGERNET_PATH: path } = process.env;

/** Whether they were asked for by `npm run test:simulation`, and somebody waits for them. */
export const areAskedFor = count !== undefined;

/** How many schedules are tried: `npm run test:simulation -- --runs N`. */
export const schedules = Number(count ?? 300);

/** The seed of them all, where one was given, and the path to one of them: what a failure says. */
export const reproduced = {
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(path === undefined ? {} : { path }),
};
