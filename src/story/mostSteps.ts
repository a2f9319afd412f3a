/** A story has at most so many steps: the check refuses more, and the loader in a host's page hears of no more. */
export const MOST_STEPS = 500
